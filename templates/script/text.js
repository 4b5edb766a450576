// Documents in full. Packed ones are put in their place when a link leads into them.
let texts = null; // anchor of a document or of a claim -> packed document
const textOf = async (anchor) => {
  await whole;
  texts ??= new Map([...$("#texts")?.content.children ?? []].flatMap((text) =>
    [text.dataset.id, ...text.dataset.claims.split(" ").map((claim) => `c-${claim}`)].map((name) => [name, text])));
  return texts.get(anchor);
};

// The element of an anchor, after its document was opened if it lies in a packed one.
const reach = async (anchor) => {
  const text = await textOf(anchor);
  const place = text && document.getElementById(text.dataset.id);
  if (place && !place.dataset.opened) {
    const section = parse(await inflate(text.textContent), ".doc");
    section.dataset.opened = "1";
    place.replaceWith(section);
  }
  return document.getElementById(anchor);
};
