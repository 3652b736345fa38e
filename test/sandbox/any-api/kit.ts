import { createAnyApiSandbox, type AnyApiSandboxOptions } from "../../../sandbox/any-api/any-api-sandbox.js";

export interface Answered {
  readonly status: number;
  /** `state`, `sample`, `error` or `undeclared-error`. */
  readonly kind: string | null;
  readonly note: string | null;
  readonly type: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
  readonly body: any;
}

/** Asks a sandbox within the process. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Answered>;

export function sandboxOf(contract: object, options: Partial<AnyApiSandboxOptions> = {}) {
  const sandbox = createAnyApiSandbox({ contract: contract as Record<string, unknown>, ...options });
  const ask: Ask = async (method, path, body) => {
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1${path}`, {
        method,
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
        ...(body === undefined || isForm ? {} : { headers: { "content-type": "application/json" } }),
      }),
    );
    const text = await response.text();
    const type = response.headers.get("content-type");
    return {
      status: response.status,
      kind: response.headers.get("standpipe-sandbox"),
      note: response.headers.get("standpipe-sandbox-note"),
      type,
      body: type?.includes("json") && text !== "" ? (JSON.parse(text) as unknown) : text,
    };
  };
  return { sandbox, ask };
}
