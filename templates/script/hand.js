// The card in hand, the cards that are marked, and the buttons on each.
let hand = null;
const marked = new Set();
let came = null; // the card from which a reader went into a document

const dress = (card, element) => {
  if (!element.dataset.dressed) {
    element.dataset.dressed = "1";
    element.tabIndex = -1;
    $(".body", element).append($("#acts").content.cloneNode(true));
    const anchor = $(".act", element); // the card's own link stands at the end of the line of buttons
    if (anchor) $(".rulings", element).append(...anchor.childNodes), anchor.remove();
    $$(".side", element).forEach((at, n) => { if (card.hits[n]) $(".who", at).append($("#acts-hit").content.cloneNode(true)); });
  }
  element.classList.toggle("marked", marked.has(card));
  element.classList.toggle("hand", card === hand);
  paint(card, element);
};

const take = async (card, { focus = true } = {}) => {
  const before = hand && document.getElementById(hand.id);
  before?.classList.remove("hand");
  hand = card;
  const element = document.getElementById(card.id);
  if (!element) return;
  element.classList.add("hand");
  if (focus) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  }
  history.replaceState(null, "", `#${card.id}`);
};

// Forwards or backwards in the list as it is filtered, over the edges of its pages.
const move = async (by) => {
  const at = hand ? found.indexOf(hand) : -1;
  const next = found[at < 0 ? (by > 0 ? 0 : found.length - 1) : at + by];
  if (next) return goTo(next);
  say(by > 0 ? "This is the last card." : "This is the first card.");
};
const open_ = (card) => ["", "stale", "conflict"].includes(stateOf(card));
const nextOpen = async () => {
  const at = found.indexOf(hand);
  const next = [...found.slice(at + 1), ...found.slice(0, at)].find(open_);
  if (next) return goTo(next);
  say("Every card shown is decided.");
  tellFound();
};

// A verdict on the marked cards, or on the one in hand; then the next undecided one.
const verdict = async (ruling) => {
  const some = marked.size ? [...marked] : hand ? [hand] : [];
  if (!some.length) return say("Take a card first: j or k.");
  const many = marked.size;
  if (!rule(some, ruling)) return;
  if (many) { clearMarks(); return say(`${many} card${many === 1 ? "" : "s"} ${ruling}.`); }
  say(`${ruling[0].toUpperCase()}${ruling.slice(1)}.`);
  await nextOpen();
};
const mark = (card) => {
  marked[marked.has(card) ? "delete" : "add"](card);
  document.getElementById(card.id)?.classList.toggle("marked", marked.has(card));
  tellMarks();
};
const markPage = () => { $$("#cards > .card").forEach((element) => { marked.add(cardOf(element.id)); element.classList.add("marked"); }); tellMarks(); };
const clearMarks = () => { marked.clear(); $$(".card.marked").forEach((element) => element.classList.remove("marked")); tellMarks(); };
const tellMarks = () => {
  $("#marks").hidden = !marked.size;
  $("#marked").textContent = `${marked.size} marked`;
  if (marked.size) say(`${marked.size} marked.`);
};

const write = (card) => {
  const element = document.getElementById(card.id);
  const box = $(".note", element);
  const area = $("textarea", box);
  if (box.hidden) area.value = mine(card.id).note;
  box.hidden = false;
  area.focus();
};
const leave = (element, keepIt = true) => {
  const box = $(".note", element);
  if (box.hidden) return;
  const card = cardOf(element.id);
  box.hidden = true;
  if (keepIt) note(card, $("textarea", box).value.trim());
  element.focus({ preventScroll: true });
};

const copy = async (words) => {
  try { await navigator.clipboard.writeText(words); } catch {
    const area = document.createElement("textarea");
    area.value = words;
    area.className = "vh";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say("Copied.");
};
// Both quotations with their sources, each as `xref cite` prints it, under a line that names the card.
const cite = (card) => {
  const sides = $$(".side", document.getElementById(card.id));
  const lines = card.sides.map((claim, n) => {
    const { cited, path, digest } = claim.document;
    const place = `${path} characters ${claim.start}-${claim.end}`;
    const source = [claim.who, cited, place, `SHA-256 ${digest}`, $("a.original", sides[n])?.href];
    return `“${claim.exact.trim().split(/\s+/).join(" ")}” — ${source.filter(Boolean).join(", ")}`;
  });
  const theme = card.theme?.label ?? { reuse: "Shared passage", quotation: "Shared quotation" }[card.kind] ?? "";
  return copy([`${theme}, ${card.score} of 100, card ${card.id}`, ...lines].join("\n\n"));
};

$("#cards")?.addEventListener("click", (event) => {
  const element = event.target.closest(".card");
  const button = event.target.closest("button");
  if (!element) return;
  const card = cardOf(element.id);
  if (!button) { if (!event.target.closest("a, summary, textarea")) take(card, { focus: false }); return; }
  hand = card;
  if (button.dataset.rule) rule([card], button.dataset.rule);
  else if (button.dataset.ruleHit) ruleHit(card, $$(".side", element).indexOf(button.closest(".side")));
  else ({ note: () => write(card), copy: () => cite(card), save: () => leave(element), undo })[button.dataset.act]?.();
});
$("#cards")?.addEventListener("focusout", (event) => {
  const box = event.target.closest(".note");
  if (box && !box.contains(event.relatedTarget)) leave(box.closest(".card"));
});
