import { afterEach } from "vitest";
import type { McpService } from "../../../runtime/mcp/service.js";
import { fireStub, type FireStub, type Reply } from "./fire-stub.js";
import { serveTwice, type ServedTwice } from "./served.js";

/* Guarantees of a call while the API fails, checked with real clients over HTTP and stdio. */

export const transports = ["HTTP", "stdio"] as const;
type Transport = (typeof transports)[number];
type Options = Parameters<typeof fireStub>[1];

export let stub: FireStub;
export let served: ServedTwice;
afterEach(async () => {
  await served.close();
  await stub.close();
});

/** @param change what each service does besides */
export async function serve(
  routes: Record<string, Reply>,
  options: Options = {},
  change: (service: McpService) => McpService = (service) => service,
): Promise<void> {
  stub = await fireStub(routes, { view: { surface: "full" }, ...options });
  served = await serveTwice(change(stub.service()));
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (update: { message?: string; total?: number }) => void;
}

export async function call(
  transport: Transport,
  name: string,
  args: Record<string, unknown> = {},
  how: CallOptions = {},
) {
  const result = await served.clients[transport].callTool({ name, arguments: args }, how);
  const [{ text }] = result.content as unknown as [{ text: string }];

  return { value: JSON.parse(text), isError: result.isError === true, meta: result._meta };
}

export const thousand = Array.from({ length: 1_000 }, (_, at) => ({
  id: `t${String(at).padStart(4, "0")}`,
  name: `Item ${at}`,
}));
