import type { AuditTrail } from "../manners/audit.js";
import type { World } from "../world.js";
export function createView(world: World, audit: AuditTrail): (request: Request, url: URL) => Response {
  return () => new Response("soon");
}
