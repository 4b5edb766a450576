// Keys. Letters are read by what they print where that is Latin, else by where they lie, so that a Russian layout works.
let single = store.get("xref:keys") !== "off";
const keyOf = (event) => {
  if (event.key.length > 1 || event.key.charCodeAt(0) < 128) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return event.shiftKey ? letter : letter.toLowerCase();
  return { Slash: event.shiftKey ? "?" : "/", BracketLeft: "[", BracketRight: "]", Digit1: "1", Digit2: "2" }[event.code] ?? "";
};
const typing = (at) => at.closest?.("input, textarea, select, dialog[open]");

const turnTheme = (by) => {
  const all = [...form.elements.theme.options].map((option) => option.value);
  const at = all.indexOf(form.elements.theme.value) + by;
  form.elements.theme.value = all[(at + all.length) % all.length];
  hand = null;
  choose().then(() => { $("#pairs").scrollIntoView({ block: "start" }); say(form.elements.theme.selectedOptions[0].text); });
};
const enter = async (n) => {
  if (!hand) return say("Take a card first: j or k.");
  came = hand;
  const target = await reach(hand.sides[n].id);
  if (!target) { // a page of cards has its documents beside it
    const link = $(".who a", $$(".side", document.getElementById(hand.id))[n]);
    return link ? link.click() : say("That document is not on this page.");
  }
  reveal(target);
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  history.replaceState(null, "", `#${hand.sides[n].id}`);
};
const section = (id) => () => $(id)?.scrollIntoView({ block: "start" });
const inHand = (act) => () => (hand ? act(hand) : say("Take a card first: j or k."));
let waiting = false; // for the second key after g

const KEYS = {
  j: () => move(1), k: () => move(-1),
  y: () => verdict("accepted"), n: () => verdict("dismissed"), h: () => verdict("unsure"),
  1: inHand((card) => ruleHit(card, 0)), 2: inHand((card) => ruleHit(card, 1)),
  z: undo, m: inHand(write), c: inHand(cite), x: inHand(mark), X: markPage,
  e: inHand((card) => { const why = $("details.why", document.getElementById(card.id)); why.open = !why.open; }),
  o: () => enter(0), O: () => enter(1), Backspace: () => (came ? goTo(came) : say("No card to go back to.")),
  "[": () => turnTheme(-1), "]": () => turnTheme(1),
  "/": () => { form.elements.q.focus(); form.elements.q.select(); }, f: () => { $("#more-filters").open = true; form.elements.theme.focus(); },
  g: () => { waiting = true; setTimeout(() => { waiting = false; }, 1500); },
  "?": () => $("#keys").showModal(), Escape: () => (marked.size ? clearMarks() : null),
};
const AFTER_G = { o: section("#overview"), t: section(".plate, #overview"), m: section(".tm, #overview"), p: section("#pairs"), s: section("#sources") };

addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = keyOf(event);
  if (key === "Escape" && event.target.closest?.(".note")) { event.preventDefault(); return leave(event.target.closest(".card")); }
  if (key === "Escape" && event.target === form.elements.q) return event.target.blur();
  if (typing(event.target) || !key) return;
  if (!single && key !== "?") return;
  const act = waiting ? AFTER_G[key] : KEYS[key];
  waiting = false;
  if (!act) return;
  event.preventDefault();
  act();
});
