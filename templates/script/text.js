// Documents in full. Packed ones are put in their place when a link leads into them.
const textOf = new Map();
const textOfClaim = new Map();
if ($("#texts")) for (const text of $("#texts").content.children) {
  textOf.set(text.dataset.id, text);
  for (const claim of text.dataset.claims.split(" ")) textOfClaim.set(`c-${claim}`, text);
}

// The element of an anchor, after its document was opened if it lies in a packed one.
const reach = async (anchor) => {
  const text = textOf.get(anchor) ?? textOfClaim.get(anchor);
  const place = text && document.getElementById(text.dataset.id);
  if (place && !place.dataset.opened) {
    const parsed = new DOMParser().parseFromString(await inflate(text.textContent), "text/html");
    const section = document.adoptNode($(".doc", parsed));
    section.dataset.opened = "1";
    place.replaceWith(section);
  }
  return document.getElementById(anchor);
};
