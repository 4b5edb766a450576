// Rulings: what a person said of a card or of one sentence. The newest line of each reviewer counts.
const standings = new Map(JSON.parse($("#standings").textContent).map((standing) => [standing.id, standing]));
// what the lines that were known when this page was made were made on: a line on anything else was written since
const madeOn = ({ id, sides, seen }) => JSON.stringify([id, sides.map((side) => side.exact), seen.band, seen.rule, seen.codebook]);
const printed = new Set();
for (const standing of standings.values()) standing.decisions.forEach((line) => { records.push(line); printed.add(madeOn(line)); });
let newest = null; // id -> reviewer -> { ruling, note }

const read = (record) => {
  const of = newest.get(record.id) ?? newest.set(record.id, new Map()).get(record.id);
  const before = of.get(record.by);
  if (before && before.at > record.at) return;
  const { at, note } = record;
  // a line that has only a note leaves the ruling as it was, and what it was made on: a note confirms nothing
  of.set(record.by, !record.ruling && before ? { ...before, at, note } : { at, note, ruling: record.ruling, fresh: !printed.has(madeOn(record)), line: record });
};
const recount = () => {
  newest = new Map();
  [...records].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).forEach(read);
};
const NONE = []; // asked for every card of a hundred thousand, where nearly none is decided
const rulingsOf = (id) => {
  const said = newest.get(id);
  return said ? [...said].filter(([, one]) => one.ruling && one.ruling !== "cleared") : NONE;
};

// "", accepted, dismissed, unsure, conflict or stale: of a hit or of a pair, by itself
const ruled = (id) => {
  const said = rulingsOf(id);
  if (!said.length) return "";
  const standing = standings.get(id);
  if (standing?.state.startsWith("stale") && !said.some(([, one]) => one.fresh)) return "stale";
  return new Set(said.map(([, one]) => one.ruling)).size > 1 ? "conflict" : said[0][1].ruling;
};
// a sentence that is not about its theme retires every card that uses it
const retiredBy = (card) => card.hits.findIndex((hit) => hit && ruled(hit) === "dismissed");
const stateOf = (card) => ruled(card.id) || (retiredBy(card) >= 0 ? "retired" : "");

const anchor = (claim) => ({ doc: claim.document.id, text: claim.document.text, exact: claim.exact, prefix: claim.prefix, suffix: claim.suffix, start: claim.start, end: claim.end });
const record = (id, kind, card, ruling, note) => ({
  v: 1, id, kind, theme: card.theme?.id ?? "", ruling, note, by: reviewer, at: new Date().toISOString().replace(/\.\d+Z/, "Z"),
  sides: (kind === "pair" ? card.sides : [card.sides[card.hits.indexOf(id)]]).map(anchor),
  seen: { band: kind === "pair" ? card.band : "", rule: kind === "pair" ? card.rule : ruleOf(id), codebook: register.codebook, xref: register.xref },
});

const mine = (id) => newest.get(id)?.get(reviewer) ?? { ruling: "", note: "" };
const done = []; // what can be undone: for each step the ids with what stood before

// Puts down a step, all its lines at once; gives whether it could.
const put = (step, undoing = false) => {
  if (readonly) { say("This page is read only."); return false; }
  if (!reviewer) { say("Say who you are first."); $("#reviewer").focus(); return false; }
  // a note alone is taken back by a note alone
  if (!undoing) done.push(step.map(({ id, kind, card, ruling }) => ({ id, kind, card, before: mine(id), alone: !ruling })));
  const added = step.map(({ id, kind, card, ruling, note, line }) => {
    const one = record(id, kind, card, ruling, note); // what is put back stands on the words that it was made on
    return line ? { ...one, sides: line.sides, seen: line.seen } : one;
  });
  keep(added);
  recount();
  for (const { id, kind } of step) if (kind === "hit") tellHit(id);
  repaint(step.flatMap(({ id, kind, card }) => (kind === "pair" ? [card] : cardsOfHit(id))));
  return true;
};

// The same verdict again takes it back.
const rule = (some, ruling) => {
  const off = some.every((card) => mine(card.id).ruling === ruling && stateOf(card) !== "stale");
  return put(some.map((card) => ({ id: card.id, kind: "pair", card, ruling: off ? "cleared" : ruling, note: mine(card.id).note }))) && !off;
};
const ruleHit = (card, n) => {
  const id = card.hits[n];
  if (!id) return say("A shared passage has no theme to be about.");
  const off = mine(id).ruling === "dismissed";
  if (put([{ id, kind: "hit", card, ruling: off ? "cleared" : "dismissed", note: mine(id).note }])) {
    const others = cardsOfHit(id).length;
    say(off ? "Sentence taken back in." : `Not about the theme: ${others} card${others === 1 ? "" : "s"} retired.`);
  }
};
const note = (card, words) => { if (words !== mine(card.id).note) put([{ id: card.id, kind: "pair", card, ruling: "", note: words }]); };
const undo = () => {
  const step = done.pop();
  if (!step) return say("Nothing to undo.");
  put(step.map(({ before, alone, ...one }) => ({ ...one, note: before.note, ...(alone ? { ruling: "" } : { ruling: before.ruling || "cleared", line: before.line }) })), true);
  say("Undone.");
  goTo(step[0].card);
};

const GLYPH = { accepted: "✓", dismissed: "✕", unsure: "?", stale: "↻", conflict: "≠", retired: "–" };
const WORDS = { accepted: "accepted", dismissed: "dismissed", unsure: "unsure", stale: "the text has changed since", conflict: "reviewers disagree", retired: "retired" };
const status = (card) => {
  const said = rulingsOf(card.id).map(([by, one]) => `${one.ruling} by ${by}${one.note ? `: ${one.note}` : ""}`);
  const state = stateOf(card);
  if (state === "retired") {
    const n = retiredBy(card);
    said.push(`retired: the ${n ? "right" : "left"} sentence was found not to be about the theme by ${rulingsOf(card.hits[n]).map(([by]) => by).join(", ")}`);
  }
  const notes = [...(newest.get(card.id) ?? [])].filter(([, one]) => one.note && (!one.ruling || one.ruling === "cleared")).map(([by, one]) => `note by ${by}: ${one.note}`);
  return [state === "stale" || state === "conflict" ? WORDS[state] : "", ...said, ...notes].filter(Boolean).join("; ");
};

// What stands of it on the page; packed cards are painted when they are shown.
const paint = (card, element) => {
  const state = stateOf(card);
  element.dataset.ruling = state;
  for (const button of $$("[data-rule]", element)) button.setAttribute("aria-pressed", String(mine(card.id).ruling === button.dataset.rule));
  $$("[data-rule-hit]", element).forEach((button, n) => button.setAttribute("aria-pressed", String(ruled(card.hits[n]) === "dismissed")));
  const rank = $(".rank", element);
  if (rank) rank.dataset.glyph = GLYPH[state] ?? "";
  const line = $(".status", element);
  if (line) line.textContent = status(card);
};
// the row of a hit in its theme's table, after somebody ruled on it here
const tellHit = (id) => {
  const row = id && document.getElementById(id);
  if (row) $(".ruled", row).textContent = rulingsOf(id).map(([by, one]) => `${GLYPH[one.ruling]} ${one.ruling} by ${by}${one.note ? `: ${one.note}` : ""}`).join("; ");
};
const repaint = (some) => {
  for (const card of new Set(some)) { const element = document.getElementById(card.id); if (element) paint(card, element); }
  progress();
};
const progress = () => {
  const count = cards.filter((card) => !["", "stale", "conflict"].includes(stateOf(card))).length;
  $("#progress").value = count;
  $("#progress").max = Math.max(1, cards.length);
  $("#decided").textContent = `${count} of ${cards.length} card${cards.length === 1 ? "" : "s"} decided`;
};
