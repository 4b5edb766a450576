// Cards as elements. Plain ones stand in the page; packed ones are opened chunk by chunk, and a few chunks are kept.
const elements = new Map($$("#cards > .card").map((card) => [card.id, card]));
const opening = new Map();
const KEPT = 60;

// What is packed stands behind this program, so that the first cards need not wait for it.
const whole = new Promise((go) => { if (document.readyState === "loading") addEventListener("DOMContentLoaded", go); else go(); });
const ranksOf = (chunk) => chunk.dataset.ranks.split(" ").map(Number);
let chunks = null; // rank -> chunk
const chunkOf = async (rank) => {
  await whole;
  chunks ??= new Map([...$("#packed").content.children].flatMap((chunk) => ranksOf(chunk).map((each) => [each, chunk])));
  return chunks.get(rank);
};

const inflate = async (data) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
};
// parsed as an inert document: what a document wrote stays text, the page's policy holds for the rest
const parse = (html, selector) => document.adoptNode($(selector, new DOMParser().parseFromString(html, "text/html")));

// The cards of a chunk by rank: the HTML of each, until its element was asked for.
const open = (chunk) => {
  let cards = opening.get(chunk);
  if (cards) opening.delete(chunk);
  else cards = inflate(chunk.textContent).then((html) => {
    const parts = html.split("\f");
    return new Map(ranksOf(chunk).map((rank, n) => [rank, parts[n]]));
  });
  opening.set(chunk, cards);
  if (opening.size > KEPT) opening.delete(opening.keys().next().value);
  return cards;
};

// The element of a card, from the page or from its chunk.
const elementOf = async (card) => {
  if (elements.has(card.id)) return elements.get(card.id);
  const held = await open(await chunkOf(card.rank));
  // most of a chunk is not on the page that is shown: only what is shown is parsed
  if (typeof held.get(card.rank) === "string") held.set(card.rank, parse(held.get(card.rank), ".card"));
  return held.get(card.rank);
};
