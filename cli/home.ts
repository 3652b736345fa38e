import { fileURLToPath } from "node:url";

/** Standpipe's own folder. `cli/` and `dist/` are both in it, so this file must stay at this depth. */
export const home = fileURLToPath(new URL("..", import.meta.url));
