import type { PageApp, PageParts } from "../page-handler.js";
import { mountServerChanging } from "./changing.js";
import { mountServerCreated } from "./created.js";
import { mountDesktopDownload } from "./desktop-download.js";
import { mountServerEnding } from "./ending.js";
import { mountServerList } from "./list.js";
import { mountServerMaking } from "./making.js";
import { mountServer } from "./server.js";

/** An account's servers: the list, one of them, and its actions. */
export function mountServerPages(page: PageApp, parts: PageParts): void {
  mountServerList(page, parts);
  // Before the routes with an id, because "new" would match as an id.
  mountServerMaking(page, parts);
  mountServer(page, parts);
  mountServerCreated(page, parts);
  mountDesktopDownload(page, parts);
  mountServerChanging(page, parts);
  mountServerEnding(page, parts);
}
