import { ApiError } from "../api-error.js";
import type { AuditTrail } from "../manners/audit.js";
import type { World } from "../world.js";
import type { ChangeWatch } from "./changes.js";
import { controlsScript } from "./controls-script.js";
import { feedOf } from "./feed.js";
import { page } from "./page.js";
import { script } from "./script.js";
import { style } from "./style.js";

interface Viewed {
  readonly world: World;
  readonly audit: AuditTrail;
  readonly watch: ChangeWatch;
  readonly links: Links;
}

/** Where the view links to. */
export interface Links {
  /** The page of the gateway in front of the sandbox. */
  gateway?: string;
}

/** The page at `/` that shows the sandbox's activity. It polls /feed every 1.5 seconds. */
export function createView({ world, audit, watch, links }: Viewed): (request: Request, url: URL) => Response {
  return (_request, url) => {
    switch (url.pathname) {
      case "/":
        return answer(page, "text/html; charset=utf-8");
      case "/view.css":
        return answer(style, "text/css; charset=utf-8");
      case "/view.js":
        return answer(script, "text/javascript; charset=utf-8");
      case "/controls.js":
        return answer(controlsScript, "text/javascript; charset=utf-8");
      case "/changes":
        return Response.json(watch.changes());
      case "/favicon.ico":
        return new Response(null, { status: 204 });
      case "/feed":
        return Response.json({ ...feedOf(world, audit, url.searchParams.get("incident")), ...links });
      default:
        throw new ApiError(404, `No page at ${url.pathname}`);
    }
  };
}

// The page loads nothing from other hosts, and text of incidents cannot become code.
function answer(text: string, type: string): Response {
  const headers = {
    "content-type": type,
    "content-security-policy": "default-src 'self'",
    "cache-control": "no-store",
  };
  return new Response(text, { headers });
}
