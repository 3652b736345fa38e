import { createSandbox, type Sandbox, type SandboxOptions } from "../../../sandbox/sandbox.js";
import { loadContract } from "./contract.js";
import type { Loose } from "./loose.js";

export interface Reply {
  readonly status: number;
  readonly body: Loose;
  readonly headers: Headers;
}

/** A sandbox without a rate limit and with an adjustable clock, and a short way to call it. */
export function practice(options: Partial<SandboxOptions> = {}) {
  const clock = { at: Date.now() };
  const sandbox: Sandbox = createSandbox({
    contract: loadContract(),
    rateLimit: false,
    now: () => new Date(clock.at),
    ...options,
  });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const init: RequestInit = { method, headers: { authorization: "Bearer fhb-practice", ...headers } };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { ...init.headers, "content-type": "application/json" };
    }
    const response = await sandbox.fetch(new Request(`http://sandbox${path}`, init));
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? parse(text) : undefined };
  };
  const pass = (seconds: number): void => {
    clock.at += seconds * 1000;
  };
  return { sandbox, call, pass };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
