import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import { startSandbox, type RunningSandbox } from "../../../sandbox/start.js";
import {
  call,
  makeAccount,
  makeServer,
  startTestGateway,
  type TestGateway,
} from "../../gateway/kit/gateway.js";
import { loadContract } from "../../sandbox/kit/contract.js";

/*
 * Server URLs with the surface for ChatGPT, over two sandboxes: a normal one, and one whose incidents contain
 * instructions to a model.
 */
export let sandbox: RunningSandbox;
export let hostile: RunningSandbox;
export let on: TestGateway;
export let url: string;

export const serverAt = async (place: RunningSandbox, config: object = {}) =>
  (await makeServer(on, await makeAccount(on, place.url), { surface: "chatgpt", ...config })).url;

beforeAll(async () => {
  const contract = loadContract();
  sandbox = await startSandbox({ contract, rateLimit: false });
  hostile = await startSandbox({ contract, rateLimit: false, chaos: { injection: true } });
  on = await startTestGateway({ settings: { baseUrls: [sandbox.url, hostile.url] } });
  await renewUrl();
});
afterAll(async () => {
  await on.stop();
  await sandbox.close();
  await hostile.close();
});

/** Takes the server URL of a new account. */
export async function renewUrl(): Promise<void> {
  url = await serverAt(sandbox);
}

/** OpenAI's exact formats. */
export const searchShape = z.strictObject({
  results: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), url: z.url() })).max(20),
});
export const fetchShape = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  url: z.url(),
  metadata: z.record(z.string(), z.string()),
});

export const search = async (query: string, at = url) =>
  searchShape.parse((await call(at, "search", { query })).value).results;
export const fetchOne = async (id: string, at = url) =>
  fetchShape.parse((await call(at, "fetch", { id })).value);
export const first = async (query: string, at = url) => (await search(query, at))[0]!;
