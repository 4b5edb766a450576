// Cards as elements. Plain ones stand in the page; packed ones are opened chunk by chunk, and a few chunks are kept.
const elements = new Map($$("#cards > .card").map((card) => [card.id, card]));
const chunkOf = new Map();
const opening = new Map();
const KEPT = 60;
if ($("#packed")) for (const chunk of $("#packed").content.children) {
  for (const rank of chunk.dataset.ranks.split(" ")) chunkOf.set(Number(rank), chunk);
}

const inflate = async (data) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
};

const open = (chunk) => {
  let cards = opening.get(chunk);
  if (cards) opening.delete(chunk);
  else cards = inflate(chunk.textContent).then((html) => {
    // parsed as an inert document: what a document wrote stays text, the page's policy holds for the rest
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return new Map($$(".card", parsed).map((card) => [card.id, document.adoptNode(card)]));
  });
  opening.set(chunk, cards);
  if (opening.size > KEPT) opening.delete(opening.keys().next().value);
  return cards;
};

// The element of a card, from the page or from its chunk.
const elementOf = async (card) => elements.get(card.id) ?? (await open(chunkOf.get(card.rank))).get(card.id);
