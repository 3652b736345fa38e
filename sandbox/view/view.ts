import { ApiError } from "../api-error.js";
import type { AuditTrail } from "../manners/audit.js";
import type { World } from "../world.js";
import { feedOf } from "./feed.js";
import { page } from "./page.js";
import { script } from "./script.js";
import { style } from "./style.js";

/** The page at `/` that shows the sandbox's activity. It polls /feed every 1.5 seconds. */
export function createView(world: World, audit: AuditTrail): (request: Request, url: URL) => Response {
  return (_request, url) => {
    switch (url.pathname) {
      case "/":
        return answer(page, "text/html; charset=utf-8");
      case "/view.css":
        return answer(style, "text/css; charset=utf-8");
      case "/view.js":
        return answer(script, "text/javascript; charset=utf-8");
      case "/favicon.ico":
        return new Response(null, { status: 204 });
      case "/feed":
        return Response.json(feedOf(world, audit, url.searchParams.get("incident")));
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
