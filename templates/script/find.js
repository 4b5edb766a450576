// Filters, search, order and pages of cards. What is chosen stands in the address after "#?", so that it can be sent.
const form = $("#filters");
const FIELDS = ["q", "theme", "period", "from", "to", "outlet", "speaker", "ruling", "band", "claim", "sort"];
const packed = Boolean($("#cards[data-packed]"));
let found = cards;
let page = 0;
let drawn = 0;

const options = (name, values, label = (value) => value) => {
  for (const value of values) form.elements[name].append(new Option(label(value), value));
};
const distinct = (values) => [...new Set(values)].filter(Boolean);
const fill = () => {
  const labels = Object.fromEntries(themes.map((theme) => [theme.id, theme.label]));
  const kinds = { "kind:reuse": "Shared passages", "kind:quotation": "Shared quotations" };
  const used = distinct(cards.map((card) => card.theme?.id ?? `kind:${card.kind}`));
  const order = [...themes.map((theme) => theme.id), ...Object.keys(kinds)].filter((id) => used.includes(id));
  options("theme", order, (id) => labels[id] ?? kinds[id]);
  options("period", distinct(documents.flatMap((doc) => doc.periods)));
  options("outlet", distinct(documents.map((doc) => doc.outlet)).sort());
  options("speaker", distinct(claims.map((claim) => claim.speaker)).sort());
};

const chosen = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value));
const side = (card, test) => card.sides.some(test);

const keeps = (want) => {
  const words = want.q ? fold(want.q).split(/\s+/) : [];
  return (card) =>
    (!want.theme || (card.theme?.id ?? `kind:${card.kind}`) === want.theme) &&
    (!want.period || side(card, (claim) => claim.document.periods.includes(want.period))) &&
    (!want.outlet || side(card, (claim) => claim.document.outlet === want.outlet)) &&
    (!want.speaker || side(card, (claim) => claim.speaker === want.speaker)) &&
    (!want.claim || side(card, (claim) => claim.id === want.claim)) &&
    (!want.band || card.band === want.band) &&
    (!want.ruling || stateOf(card) === want.ruling) &&
    // both dates bound one and the same document; an undated one is in no range
    ((!want.from && !want.to) || side(card, ({ document: doc }) =>
      doc.from && (!want.from || doc.to >= want.from) && (!want.to || doc.from <= `${want.to}~`))) &&
    words.every((word) => haystack(card).includes(word));
};

// what needs a person first: texts that changed, reviewers who disagree, what nobody saw, then the doubtful
const TURN = { stale: 0, conflict: 1, "": 2, unsure: 3, accepted: 4, dismissed: 5, retired: 6 };
const spanOf = (card) => { const days = card.sides.map((claim) => claim.document.from).filter(Boolean); return days.length < 2 ? -1 : Date.parse(days[1]) - Date.parse(days[0]); };
const firstDay = (card) => card.sides.map((claim) => claim.document.from).filter(Boolean).sort()[0] ?? "9999";
const lastDay = (card) => card.sides.map((claim) => claim.document.from).filter(Boolean).sort().at(-1) ?? "";
const ORDERS = {
  queue: (a, b) => TURN[stateOf(a)] - TURN[stateOf(b)] || a.rank - b.rank,
  score: (a, b) => b.score - a.score || a.rank - b.rank,
  oldest: (a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : a.rank - b.rank),
  newest: (a, b) => (lastDay(a) > lastDay(b) ? -1 : lastDay(a) < lastDay(b) ? 1 : a.rank - b.rank),
  apart: (a, b) => spanOf(b) - spanOf(a) || a.rank - b.rank,
};

// Sparse results lie in many chunks: fewer a page, so that none takes long to open.
const perPage = () => (!packed ? Infinity : found.length < cards.length / 20 ? 50 : 100);
const pagesOf = () => Math.max(1, Math.ceil(found.length / perPage()));

const draw = async () => {
  const turn = ++drawn;
  const size = perPage();
  const some = size === Infinity ? found : found.slice(page * size, (page + 1) * size);
  const shown = await Promise.all(some.map(elementOf));
  if (turn !== drawn) return; // another choice was made meanwhile
  $("#cards").replaceChildren(...shown);
  some.forEach((card, n) => dress(card, shown[n]));
  tellFound();
  drawPages();
};

const tellFound = () => {
  const all = found.length === cards.length;
  $("#found").textContent = all ? `All ${cards.length} cards` : `${found.length} of ${cards.length} cards`;
  $("#none").hidden = found.length > 0;
  $("#clear").hidden = !Object.keys(chosen()).length;
};

const drawPages = () => {
  const bar = $("#pages");
  bar.hidden = pagesOf() < 2;
  if (bar.hidden) return;
  const near = [...new Set([0, 1, page - 2, page - 1, page, page + 1, page + 2, pagesOf() - 1])].filter((n) => n >= 0 && n < pagesOf()).sort((a, b) => a - b);
  bar.replaceChildren(...near.map((n) => {
    const link = document.createElement("a");
    link.href = address(chosen(), n);
    link.textContent = n + 1;
    if (n === page) link.setAttribute("aria-current", "page");
    return link;
  }));
};

const address = (want, number = 0) => {
  const parts = new URLSearchParams(want);
  if (number) parts.set("page", number + 1);
  return parts.size ? `#?${parts}` : "#pairs";
};

// Chosen anew: the list, the address. The page starts over unless it is told.
const choose = async ({ number = 0, keep = false } = {}) => {
  const want = chosen();
  found = cards.filter(keeps(want));
  if (ORDERS[want.sort]) found.sort(ORDERS[want.sort]);
  page = Math.min(number, pagesOf() - 1);
  if (!keep) history.replaceState(null, "", address(want, page));
  await draw();
};

// The address into the form: filters, or the card, claim or section that a link names.
const follow = async () => {
  const hash = named();
  if (hash.startsWith("?")) {
    const want = new URLSearchParams(location.hash.slice(2));
    for (const name of FIELDS) form.elements[name].value = want.get(name) ?? "";
    await choose({ number: Number(want.get("page") ?? 1) - 1 || 0, keep: true });
    return $("#pairs").scrollIntoView({ block: "start" });
  }
  const card = hash && cardOf(hash);
  if (card) return goTo(card);
  const target = hash && (await reach(hash));
  if (target) reveal(target);
};

// Brings a card onto the page, whatever is filtered and wherever it is packed, and makes it the one in hand.
const goTo = async (card) => {
  if (!found.includes(card)) { form.reset(); found = cards; }
  const at = found.indexOf(card);
  const number = perPage() === Infinity ? 0 : Math.floor(at / perPage());
  if (number !== page || !(await elementOf(card)).isConnected) { page = number; await draw(); }
  take(card);
};
