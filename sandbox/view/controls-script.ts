/** The script of search, reset, chaos and changes. It sets all data as text. */
export const controlsScript = `
/** A sandbox of any API keeps the paths of its own API free. */
const base = document.body.dataset.base ?? "";
const byId = (id) => document.getElementById(id);
const post = (path, body) =>
  fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) });

function element(tag, text, className) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  if (className) node.className = className;
  return node;
}

/** Hides the rows that do not have all the words. */
function filter() {
  const words = byId("search").value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const row of document.querySelectorAll("main li")) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
}
byId("search").addEventListener("input", filter);
document.addEventListener("drawn", filter);

byId("reset").addEventListener("click", async () => {
  const answer = await post("/__control/reset");
  byId("said").textContent = answer.ok ? "The seed data is back, and no fault is on." : "The sandbox refused.";
  await Promise.all([readChaos(), readChanges()]);
});
byId("mark").addEventListener("click", async () => {
  await post("/__control/mark");
  await readChanges();
});

const switches = [...document.querySelectorAll("[data-chaos]")];

async function readChaos() {
  const answer = await fetch("/__control/chaos");
  // The control endpoint is for this machine only.
  if (!answer.ok) return;
  const options = await answer.json();
  for (const one of switches) one.checked = Boolean(options[one.dataset.chaos]);
  byId("faults").hidden = false;
}

for (const one of switches)
  one.addEventListener("change", async () => {
    const on = JSON.parse(one.value);
    const off = typeof on === "number" ? 0 : false;
    await post("/__control/chaos", { [one.dataset.chaos]: one.checked ? on : off });
    await readChaos();
  });

function fieldRow({ field, before, after }) {
  const row = element("div", undefined, "field");
  row.append(element("span", field.replaceAll("_", " "), "soft"), " ");
  if (before) row.append(element("del", before), " ");
  if (after) row.append(element("ins", after));
  return row;
}

function changeRow({ collection, name, what, fields }) {
  const row = element("li");
  const details = element("details");
  const summary = element("summary");
  summary.append(element("span", what, "badge " + what), " ", element("span", name, "name"), " ");
  summary.append(element("span", collection.replaceAll("_", " "), "soft"));
  details.append(summary, ...fields.map(fieldRow));
  row.append(details);
  return row;
}

let last = "";
async function readChanges() {
  const answer = await fetch(base + "/changes").catch(() => undefined);
  if (!answer?.ok) return;
  const text = await answer.text();
  if (text === last) return;
  last = text;
  const { since, items, more } = JSON.parse(text);
  const count = items.length + more;
  byId("since").textContent =
    "Since " + new Date(since).toLocaleTimeString() + ": " + count + (count === 1 ? " item." : " items.") +
    " A run ends after 5 minutes without a call.";
  byId("changes").replaceChildren(...items.map(changeRow));
  if (more > 0) byId("changes").append(element("li", "and " + more + " more", "soft"));
  filter();
}

readChaos();
readChanges();
setInterval(readChanges, 1500);
`;
