/** The view's script. It sets all data as text, so nothing in an item can run. */
export const script = `
const byId = (id) => document.getElementById(id);
const opened = new Set();
let last = "";

function element(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  if (className) node.className = className;
  return node;
}

/** A row that opens and stays open when the page is drawn again. */
function opening(key, summary, content) {
  const details = element("details");
  const head = element("summary");
  head.append(...summary);
  details.append(head, element("pre", content));
  details.open = opened.has(key);
  details.addEventListener("toggle", () => (details.open ? opened.add(key) : opened.delete(key)));
  return details;
}

function itemRow({ collection, key, name, data }) {
  const row = element("li");
  const summary = [element("span", name, "name"), " ", element("span", collection, "soft")];
  row.append(opening("i" + collection + key, summary, JSON.stringify(data, null, 2)));
  return row;
}

function callRow({ at, operation, path, status, body }) {
  const row = element("li");
  const time = new Date(at).toLocaleTimeString();
  const code = element("span", String(status), "status " + (status < 400 ? "soft" : "open"));
  const details = opening("c" + at + operation, [operation], [path, body].filter(Boolean).join("\\n"));
  row.append(code, details, element("time", time));
  return row;
}

function draw({ items, more, calls, gateway }) {
  byId("count").textContent = String(items.length + more);
  const rows = items.map(itemRow);
  if (more > 0) rows.push(element("li", "and " + more + " more", "soft"));
  byId("items").replaceChildren(...(rows.length ? rows : [element("li", "No data yet. The first call of a list makes some.", "soft")]));
  const calledRows = calls.map(callRow);
  byId("calls").replaceChildren(...(calledRows.length ? calledRows : [element("li", "No calls yet.", "soft")]));
  byId("gateway").hidden = !gateway;
  if (gateway) byId("gateway").href = gateway;
  document.dispatchEvent(new Event("drawn"));
}

async function refresh() {
  try {
    const text = await (await fetch("/__view/feed")).text();
    byId("state").textContent = "Live.";
    if (text !== last) {
      const stops = () => [...document.querySelectorAll("main button, main summary")];
      const focused = stops().indexOf(document.activeElement);
      draw(JSON.parse(text));
      if (focused >= 0) stops()[focused]?.focus();
    }
    last = text;
  } catch {
    byId("state").textContent = "The sandbox does not answer.";
  }
}

refresh();
setInterval(refresh, 1500);
`;
