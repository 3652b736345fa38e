import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { buildBundle, type Bundle, type RunOptions } from "./bundle.js";
import { openScene, type Scene } from "./scene.js";

export let bundle: Bundle;
export let scene: Scene;
let taken: Server;
export let port: number;

beforeAll(async () => {
  bundle = await buildBundle();
  scene = await openScene(bundle);
  taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  ({ port } = taken.address() as AddressInfo);
}, 240_000);
afterAll(async () => {
  taken?.close();
  await scene?.close();
  await bundle?.remove();
});
export const run = (line: string, options?: Partial<RunOptions>) =>
  scene.run(line.replaceAll("$PORT", String(port)), options);
