// What every reader needs: the colour scheme, paper, and links that open what is folded.
const root = document.documentElement;
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

// A store of this browser, where it gives one; private windows and some settings refuse.
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); return true; } catch { return false; } },
};

root.classList.add("scripted");
const scheme = (name) => {
  if (name === "auto") delete root.dataset.theme;
  else root.dataset.theme = name;
  $("#scheme").textContent = name;
};
$("#mode").hidden = false;
$("#mode").addEventListener("click", () => {
  const next = { auto: "light", light: "dark", dark: "auto" }[root.dataset.theme || "auto"];
  scheme(next);
  store.set("xref:scheme", next);
});
if (["light", "dark"].includes(store.get("xref:scheme"))) scheme(store.get("xref:scheme"));

// of many themes the first twenty of a group stand open; the others are one click, or a link to them, away
$("#beyond")?.addEventListener("click", (event) => {
  const all = $(".plate").classList.toggle("all");
  const button = event.currentTarget;
  button.dataset.more ??= button.textContent;
  button.setAttribute("aria-expanded", String(all));
  button.textContent = all ? "Show fewer themes" : button.dataset.more;
});

// paper cannot be clicked: everything folded is opened for printing, and folded again after it
let opened = [];
addEventListener("beforeprint", () => {
  opened = $$("details:not([open])");
  opened.forEach((fold) => { fold.open = true; });
});
addEventListener("afterprint", () => opened.forEach((fold) => { fold.open = false; }));

// a link to something inside a fold opens it
const reveal = (target) => {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView({ block: "start" });
};

// the anchor in the address; one whose escapes are broken leads nowhere
const named = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); } };

// what has changed, for people who listen to the page
const say = (words) => { const at = $("#said"); if (at) at.textContent = words; };
