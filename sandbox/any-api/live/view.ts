import { controlsScript } from "../../view/controls-script.js";
import { style } from "../../view/style.js";
import type { Item, State } from "../state.js";
import type { Calls } from "./calls.js";
import { nameOf, type ChangeWatch } from "./changes.js";
import { pageOf } from "./page.js";
import { script } from "./script.js";

/** Where the view links to. */
export interface Links {
  /** The page of the gateway in front of the sandbox. */
  gateway?: string;
}

interface Viewed {
  readonly title: string;
  readonly state: State;
  readonly calls: Calls;
  readonly watch: ChangeWatch;
  readonly links: Links;
}

/** The path of the view's files. The page itself is at `/`. */
const VIEW = "/__view";
const MOST_ITEMS = 200;

/** The page that shows the state, the calls and what they changed. It polls its feed every 1.5 seconds. */
export function createLiveView(viewed: Viewed): (path: string) => Response | undefined {
  const { title, watch } = viewed;
  return (path) => {
    switch (path) {
      case "/":
        return answer(pageOf(title), "text/html; charset=utf-8");
      case `${VIEW}/view.css`:
        return answer(style, "text/css; charset=utf-8");
      case `${VIEW}/view.js`:
        return answer(script, "text/javascript; charset=utf-8");
      case `${VIEW}/controls.js`:
        return answer(controlsScript, "text/javascript; charset=utf-8");
      case `${VIEW}/changes`:
        return Response.json(watch.changes());
      case `${VIEW}/feed`:
        return Response.json(feedOf(viewed));
      default:
        return undefined;
    }
  };
}

function feedOf({ state, calls, links }: Viewed): object {
  const items = state.newest();
  return {
    items: items.slice(0, MOST_ITEMS).map(rowOf),
    more: Math.max(0, items.length - MOST_ITEMS),
    calls: calls.last,
    ...links,
  };
}

function rowOf(item: Item): object {
  const { resource, key, data } = item;
  return { collection: resource.name, key, name: nameOf(item), data };
}

// The page loads nothing from other hosts, and text of items cannot become code.
function answer(text: string, type: string): Response {
  const headers = {
    "content-type": type,
    "content-security-policy": "default-src 'self'; img-src data:",
    "cache-control": "no-store",
  };
  return new Response(text, { headers });
}
