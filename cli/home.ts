import { fileURLToPath } from "node:url";

/** Standpipe's own folder. `cli/` and `dist/` both stand in it, so this file may not move deeper. */
export const home = fileURLToPath(new URL("..", import.meta.url));
