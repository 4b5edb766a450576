// Sets the page up: fills the form, paints what is decided, follows the address.
if (form) {
  fill();
  recount();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => choose());
  let pause;
  form.elements.q.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(choose, 150); });
  form.addEventListener("reset", () => setTimeout(choose));
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.only");
    if (!link) return;
    event.preventDefault();
    form.reset();
    form.elements.theme.value = link.dataset.theme;
    choose().then(() => $("#pairs").scrollIntoView({ block: "start" }));
  });

  const name = $("#reviewer");
  name.value = reviewer;
  name.readOnly = served || readonly;
  name.addEventListener("change", () => { reviewer = name.value.trim(); store.set("xref:reviewer", reviewer); recount(); repaint(cards); });
  $("#export").hidden = served || readonly;
  $("#export").addEventListener("click", exportLines);
  $("#resume").addEventListener("click", () => { hand = hand ?? found.at(-1) ?? null; nextOpen(); });
  $("#help").addEventListener("click", () => $("#keys").showModal());
  $("#single").checked = single;
  $("#single").addEventListener("change", (event) => { single = event.target.checked; store.set("xref:keys", single ? "on" : "off"); });
  $("#unmark").addEventListener("click", clearMarks);
  for (const button of $$("[data-rule-marked]")) button.addEventListener("click", () => verdict(button.dataset.ruleMarked));

  // a buffer that an earlier visit left is part of what this reviewer said, unless the page was made with it
  const known = new Set(records.map(same));
  unsent.splice(0, unsent.length, ...unsent.filter((record) => !known.has(same(record))));
  records.push(...unsent);
  recount();
  const begin = () => {
    progress();
    tellFound();
    for (const card of cards) if (elements.has(card.id)) dress(card, elements.get(card.id));
    if (packed || location.hash.startsWith("#?")) choose({ keep: true }).then(follow);
    else follow();
  };
  if (served) receive().then(() => { recount(); begin(); if (unsent.length) send(); });
  else { buffered(); begin(); }
} else {
  addEventListener("hashchange", () => { reach(named()).then((at) => at && reveal(at)); });
}
