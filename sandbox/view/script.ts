/** The view's own script. Everything from the sandbox is set as text, so nothing in an incident can act. */
export const script = `
let chosen = null;
let last = "";
const byId = (id) => document.getElementById(id);
const clock = (at) => new Date(at).toLocaleString([], { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });

function element(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function fill(id, rows, empty) {
  byId(id).replaceChildren(...(rows.length ? rows : [element("li", empty, "soft")]));
}

function row(at, head, text) {
  const item = element("li");
  item.append(element("time", clock(at)), " ", element("span", head, "name"), element("div", text));
  return item;
}

function incidentRow(incident, current) {
  const item = element("li");
  const button = element("button");
  button.setAttribute("aria-current", String(incident.id === current));
  button.append(element("span", "#" + incident.number + " " + incident.name, "name"), element("br"));
  button.append(element("span", incident.severity + ", " + incident.milestone, incident.open ? "open" : "soft"));
  button.addEventListener("click", () => { chosen = incident.id; refresh(); });
  item.append(button);
  return item;
}

function draw(feed) {
  fill("incidents", feed.incidents.map((incident) => incidentRow(incident, feed.chosen && feed.chosen.id)), "No incidents.");
  byId("chosen").textContent = feed.chosen ? "#" + feed.chosen.number + " " + feed.chosen.name : "";
  fill("timeline", feed.chosen ? feed.chosen.events.map((event) => row(event.at, event.type + " by " + event.author, event.text)) : [], "Nothing yet.");
  fill("pages", feed.pages.map((page) => row(page.at, page.who, page.summary + " (" + page.status + ")")), "Nobody has been paged.");
  fill("calls", feed.calls.map((call) => row(call.at, String(call.status), call.operation)), "No calls yet.");
}

async function refresh() {
  try {
    const response = await fetch("/feed" + (chosen ? "?incident=" + encodeURIComponent(chosen) : ""));
    const feed = await response.json();
    byId("state").textContent = "Live. Seed: " + feed.seed + ".";
    const { now, ...shown } = feed;
    const text = JSON.stringify(shown);
    if (text !== last) {
      const focused = document.activeElement instanceof HTMLButtonElement ? [...document.querySelectorAll("button")].indexOf(document.activeElement) : -1;
      draw(feed);
      if (focused >= 0) document.querySelectorAll("button")[focused]?.focus();
    }
    last = text;
  } catch {
    byId("state").textContent = "The sandbox does not answer.";
  }
}

refresh();
setInterval(refresh, 1500);
`;
