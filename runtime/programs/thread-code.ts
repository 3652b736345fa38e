import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleThread, type ThreadCode } from "./bundle-thread.js";

/** From the sources, for development and tests. The build replaces this file by one that holds the code. */
export const threadCode = (): Promise<Pick<ThreadCode, "script" | "wasm">> =>
  bundleThread(join(dirname(fileURLToPath(import.meta.url)), "../.."));
