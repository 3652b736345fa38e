/** The view's script. It sets all data as text, so nothing in an incident can run. */
export const script = `
let wanted = null;
let last = "";
let known = null;
const opened = new Set();
const byId = (id) => document.getElementById(id);

/** The time of day; with the date where that is not today's. */
function clock(at) {
  const time = new Date(at);
  const today = time.toDateString() === new Date().toDateString();
  const day = today ? {} : { month: "short", day: "numeric" };
  return time.toLocaleString([], { ...day, hour: "2-digit", minute: "2-digit", second: today ? "2-digit" : undefined });
}

function element(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function fill(id, rows, empty) {
  byId(id).replaceChildren(...(rows.length ? rows : [element("li", empty, "soft")]));
}

function severity({ severity: name, open }) {
  const heat = /^SEV[12]$/.test(name) ? "hot" : name === "SEV3" ? "warm" : "cool";
  return element("span", name, "badge " + (open ? heat : "cool"));
}

/** A path breaks at its slashes. */
function breakable(path) {
  const node = element("span");
  path.split(/(?=\\/)/).forEach((part) => node.append(part, element("wbr")));
  return node;
}

/** A row that was not there when the page last looked is marked as new. */
function row(key, parts) {
  const item = element("li");
  if (known && !known.has(key)) item.className = "new";
  item.append(...parts);
  return item;
}

function incidentRow(incident, current) {
  const button = element("button");
  button.setAttribute("aria-current", String(incident.id === current));
  button.append(element("span", "#" + incident.number + " " + incident.name, "name"));
  const facts = element("span", undefined, "under");
  facts.append(severity(incident), " ", element("span", incident.milestone.replaceAll("_", " "), incident.open ? "open" : "soft"));
  button.append(facts);
  button.addEventListener("click", () => { wanted = incident.id; refresh(); });
  return row("i" + incident.id, [button]);
}

function eventRow(event) {
  const head = element("div", undefined, "head");
  const kind = element("span", event.kind, event.kind.startsWith("Public") ? "badge hot" : "name");
  head.append(kind, " ", element("span", event.author, "soft"), " ", element("time", clock(event.at)));
  return row("e" + event.id, [head, element("div", event.text)]);
}

function pageRow(page) {
  const head = element("div", undefined, "head");
  head.append(element("span", page.who, "name"), " ", element("span", page.status, page.status === "opened" ? "open" : "soft"), " ", element("time", clock(page.at)));
  const via = [page.target && "paged: " + page.target, page.step > 0 && "step " + (page.step + 1)].filter(Boolean).join(", ");
  return row("p" + page.id, [head, element("div", page.summary), element("div", via, "soft")]);
}

function callRow(call) {
  const key = "c" + call.at + call.operation;
  const status = element("span", String(call.status), "status " + (call.status < 400 ? "soft" : "open"));
  const details = element("details");
  const summary = element("summary");
  summary.append(breakable(call.operation));
  details.append(summary, element("pre", [call.path, call.arguments].filter(Boolean).join("\\n")));
  details.open = opened.has(key);
  details.addEventListener("toggle", () => (details.open ? opened.add(key) : opened.delete(key)));
  return row(key, [status, details, element("time", clock(call.at))]);
}

function facts(incident) {
  const { milestone, impacts, roles } = incident;
  const hit = impacts.map(({ name, condition }) => name + (condition ? " (" + condition.toLowerCase() + ")" : ""));
  const lines = [hit.length ? "Hits " + hit.join(", ") : "Hits nothing yet", ...roles.map(({ role, user }) => role + ": " + user)];
  return [severity(incident), " " + milestone.replaceAll("_", " "), ...lines.flatMap((line) => [element("br"), line])];
}

function draw(feed) {
  const { incidents, chosen, pages, calls } = feed;
  const open = incidents.filter((incident) => incident.open).length;
  byId("open").textContent = open + " open";
  fill("incidents", incidents.map((incident) => incidentRow(incident, chosen && chosen.id)), "No incidents.");
  byId("chosen-title").textContent = chosen ? "#" + chosen.number + " " + chosen.name : "Timeline";
  byId("facts").replaceChildren(...(chosen ? facts(chosen) : []));
  fill("timeline", chosen ? chosen.events.map(eventRow) : [], "Nothing yet.");
  fill("pages", pages.map(pageRow), "Nobody has been paged.");
  fill("calls", calls.map(callRow), "No calls yet.");
  known = new Set([...(known ?? []), ...keysOf(feed)]);
  const back = byId("gateway");
  back.hidden = !feed.gateway;
  if (feed.gateway) back.href = feed.gateway;
  document.dispatchEvent(new Event("drawn"));
}

function keysOf({ incidents, chosen, pages, calls }) {
  return [
    ...incidents.map(({ id }) => "i" + id),
    ...(chosen ? chosen.events.map(({ id }) => "e" + id) : []),
    ...pages.map(({ id }) => "p" + id),
    ...calls.map(({ at, operation }) => "c" + at + operation),
  ];
}

async function refresh() {
  try {
    const response = await fetch("/feed" + (wanted ? "?incident=" + encodeURIComponent(wanted) : ""));
    const feed = await response.json();
    byId("state").textContent = "Live; seed " + feed.seed + ".";
    const { now, ...shown } = feed;
    const text = JSON.stringify(shown);
    if (text !== last) {
      const stops = () => [...document.querySelectorAll("main button, main summary")];
      const focused = stops().indexOf(document.activeElement);
      draw(feed);
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
