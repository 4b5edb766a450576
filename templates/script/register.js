// The register: cards, claims, documents and themes as the program knows them. Nothing is read back from the page's text.
const register = JSON.parse($("#register").textContent);
const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

const documents = register.documents.map(([id, siglum, outlet, title, from, to, periods, text, cited, path, digest]) =>
  ({ id, siglum, outlet, title, from, to, periods, text, cited, path, digest }));
const claims = register.claims.map(([doc, start, end, exact, prefix, suffix, speaker, id, who]) =>
  ({ document: documents[doc], start, end, exact, prefix, suffix, speaker, id, who }));
const themes = register.themes.map(([id, label, anchor]) => ({ id, label, anchor }));
const words = register.words;
const cards = (({ rank, id, kind, theme, score, band, left, right, leftHit, rightHit, rule }) => id.map((id, n) => ({
  id, kind: words[kind[n]], theme: themes[theme[n]], score: score[n], band: words[band[n]], rank: rank[n], rule: words[rule[n]],
  sides: [claims[left[n]], claims[right[n]]], hits: [register.hits[leftHit[n]]?.[0], register.hits[rightHit[n]]?.[0]],
})))(register.cards);
// what only a click or a link asks for is made, or looked for, when it is asked for
let byId = null;
const cardOf = (id) => (byId ??= new Map(cards.map((card) => [card.id, card]))).get(id);
const cardsOfHit = (id) => cards.filter((card) => card.hits.includes(id));
const ruleOf = (id) => words[register.hits.find(([hit]) => hit === id)[1]];

// What the search looks through: both quotations, who speaks, where.
const haystack = (card) => card.words ??= fold(card.sides.map((claim) =>
  [claim.exact, claim.speaker, claim.document.outlet, claim.document.title].join(" ")).join(" ").replace(/\s+/g, " "));
