import type { PageApp, PageParts } from "../page-handler.js";
import { mountServerChanging } from "./changing.js";
import { mountServerEnding } from "./ending.js";
import { mountServerList } from "./list.js";
import { mountServerMaking } from "./making.js";
import { mountServer } from "./server.js";

/** An account's servers: the list, one of them, and what can be done with it. */
export function mountServerPages(page: PageApp, parts: PageParts): void {
  mountServerList(page, parts);
  // Before those that are named by an id, which "new" would pass for.
  mountServerMaking(page, parts);
  mountServer(page, parts);
  mountServerChanging(page, parts);
  mountServerEnding(page, parts);
}
