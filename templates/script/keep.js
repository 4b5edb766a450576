// Where decisions go: to the server that serves this page, or into a buffer of this browser that can be exported.
// Both write the same lines; a decision is only ever added, never changed.
const meta = (name) => $(`meta[name="xref-${name}"]`)?.content ?? "";
const served = meta("server") === "1";
const readonly = meta("readonly") === "1";
// the pages of a report in a folder share one buffer
const slot = `xref:${register.corpus}:${$("meta[name=xref-folder]") ? location.pathname.replace(/[^/]*$/, "") : location.pathname}`;
const records = [];
const same = (record) => JSON.stringify([record.id, record.by, record.at, record.ruling, record.note]);
// another page of this browser may have written there: only what has the form of a line is taken
const isLine = (record) => record?.v === 1 && ["id", "by", "at", "ruling", "note"].every((name) => typeof record[name] === "string");
const stored = () => { try { const held = JSON.parse(store.get(`${slot}:unsent`) ?? "[]"); return Array.isArray(held) ? held.filter(isLine) : []; } catch { return []; } };
const unsent = stored();
let reviewer = served ? meta("reviewer") : store.get("xref:reviewer") ?? "";
let lasting = true;

// Another window of the same page may have added lines: they are taken along, never written over.
const hold = (sent = []) => {
  const known = new Set([...unsent, ...sent].map(same));
  unsent.push(...stored().filter((record) => !known.has(same(record))));
  lasting = store.set(`${slot}:unsent`, JSON.stringify(unsent));
};

const tellKept = (words, trouble = false) => {
  $("#kept").textContent = words;
  $("#kept").classList.toggle("trouble", trouble);
};

const buffered = () => {
  const n = unsent.length;
  if (!n) return tellKept(readonly ? "read only" : "nothing decided yet");
  tellKept(`${n} line${n === 1 ? "" : "s"} in this browser${lasting ? "" : " until the page is closed"}: export to keep`, !lasting);
};

let sending = null;
const send = async () => {
  if (sending || !unsent.length) return sending;
  const some = [...unsent];
  tellKept("saving …");
  sending = fetch("/api/decisions", {
    method: "POST", headers: { "Content-Type": "application/json" }, credentials: "same-origin",
    body: JSON.stringify({ corpus: register.corpus, records: some }),
  }).then(async (answer) => {
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error ?? `the server answered ${answer.status}`);
    unsent.splice(0, some.length);
    hold(some);
    tellKept(`saved ${new Date().toLocaleTimeString()}`);
  }).catch((fault) => {
    tellKept(`not saved, ${unsent.length} kept here: ${fault.message}; trying again`, true);
    setTimeout(send, 4000);
  }).finally(() => { sending = null; });
  await sending;
  if (unsent.length && !$("#kept").classList.contains("trouble")) send();
};

const keep = (added) => {
  records.push(...added);
  unsent.push(...added);
  hold();
  if (served) send(); else buffered();
};

const exportLines = () => {
  const lines = unsent.map((record) => `${JSON.stringify(record)}\n`).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines], { type: "application/x-ndjson" }));
  link.download = `${(reviewer || "reviewer").replace(/[^\w.-]+/g, "-")}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

// What others wrote since this page was made.
const receive = async () => {
  const answer = await fetch("/api/decisions", { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return tellKept("the server does not answer: decisions are kept here", true);
  const known = new Set(records.map(same));
  // what the page was made with stands in it already, judged against the texts as they are now
  const { records: all, fresh } = await answer.json();
  records.push(...fresh.map((n) => all[n]).filter((record) => !known.has(same(record))));
  tellKept(unsent.length ? "saving …" : "decisions are saved as you make them");
};

addEventListener("beforeunload", (event) => { if (unsent.length && (served || !lasting)) event.preventDefault(); });
