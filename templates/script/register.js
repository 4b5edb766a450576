// The register: cards, claims, documents and themes as the program knows them. Nothing is read back from the page's text.
const register = JSON.parse($("#register").textContent);
const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

const documents = register.documents.map(([id, siglum, outlet, title, from, to, periods, text, cited, path, digest]) =>
  ({ id, siglum, outlet, title, from, to, periods, text, cited, path, digest }));
const claims = register.claims.map(([doc, start, end, exact, prefix, suffix, speaker, id, who]) =>
  ({ document: documents[doc], start, end, exact, prefix, suffix, speaker, id, who }));
const themes = register.themes.map(([id, label, anchor]) => ({ id, label, anchor }));
const cards = register.cards.map(([rank, id, kind, theme, score, band, left, right, leftHit, rightHit, ...rules]) =>
  ({ id, kind, theme: themes[theme], score, band, sides: [claims[left], claims[right]], hits: [leftHit, rightHit], rank, rules }));
const cardOf = new Map(cards.map((card) => [card.id, card]));
const cardsOfHit = new Map();
for (const card of cards) for (const hit of card.hits) {
  if (hit) cardsOfHit.get(hit)?.push(card) ?? cardsOfHit.set(hit, [card]);
}

// What the search looks through: both quotations, who speaks, where.
const haystack = (card) => card.words ??= fold(card.sides.map((claim) =>
  [claim.exact, claim.speaker, claim.document.outlet, claim.document.title].join(" ")).join(" ").replace(/\s+/g, " "));
