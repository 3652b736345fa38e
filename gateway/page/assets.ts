import { createHash } from "node:crypto";
import { readAsset } from "./read-asset.js";

/** A static file, with a path that changes with its content. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const styles = ["tokens.css", "frame.css", "parts.css", "forms.css", "screens.css", "review.css"];
const scripts = [
  "copy.js",
  "zone.js",
  "navigation.js",
  "countdown.js",
  "live.js",
  "first-call.js",
  "server-form.js",
];

export const style = asset("page.css", "text/css; charset=utf-8", styles);
export const script = asset("page.js", "text/javascript; charset=utf-8", scripts);
export const icon = asset("icon.svg", "image/svg+xml", ["icon.svg"]);

export const assets: readonly Asset[] = [style, script, icon];

/** One file of several parts, so that a browser asks once. Without indentation it is smaller. */
function asset(name: string, type: string, parts: readonly string[]): Asset {
  const body = parts.map(readAsset).join("\n").replace(/^ +/gm, "");
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 16);
  return { path: `/assets/${hash}/${name}`, type, body };
}
