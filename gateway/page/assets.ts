import { createHash } from "node:crypto";
import { readAsset } from "./read-asset.js";

/** A static file, with a path that changes with its content. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export const style = asset("page.css", "text/css; charset=utf-8");
export const script = asset("page.js", "text/javascript; charset=utf-8");
export const icon = asset("icon.svg", "image/svg+xml");

export const assets: readonly Asset[] = [style, script, icon];

function asset(name: string, type: string): Asset {
  const body = readAsset(name);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 16);
  return { path: `/assets/${hash}/${name}`, type, body };
}
