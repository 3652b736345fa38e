import { tokenPrefixes } from "../../gateway/secrets/token.js";
import { CommandError } from "../command/errors.js";

/** Sends requests to a gateway's management API. */
export interface AdminClient {
  /** @throws ApiRefusal with the gateway's message; CommandError if the gateway does not answer */
  ask<Reply>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object): Promise<Reply>;
  /** An answer whose body is read part by part. */
  stream(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** All items of a list, page after page. */
  all<Item>(path: string): Promise<Item[]>;
}

/** The gateway refuses a request. */
export class ApiRefusal extends CommandError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws CommandError without a token */
export function createAdminClient(url: string, given: string | undefined): AdminClient {
  if (given === undefined || given === "")
    throw new CommandError(
      "STANDPIPE_ADMIN_TOKEN is not set. Set it to the gateway's admin token, which its first start showed. Or sign in with standpipe login, or set STANDPIPE_TOKEN to a service token.",
    );
  const token = given;
  const base = url.replace(/\/+$/, "");

  async function send(path: string, { headers, ...rest }: RequestInit): Promise<Response> {
    const authorization = `Bearer ${token}`;
    const init = { ...rest, headers: { ...headers, authorization }, redirect: "error" as const };
    const response = await fetch(base + path, init).catch(() => {
      throw new CommandError(
        `No gateway answers at ${base}. Start one, or pass its URL with --url or STANDPIPE_URL.`,
      );
    });
    if (response.ok) return response;
    const answer = (await response.json().catch(() => undefined)) as { message?: string } | undefined;
    throw new ApiRefusal(response.status, refusalOf(response.status, answer?.message, { base, token }));
  }

  const ask: AdminClient["ask"] = async (method, path, body) => {
    const headers = body ? { "content-type": "application/json" } : undefined;
    const response = await send(path, { method, headers, body: body && JSON.stringify(body) });
    return (await response.json().catch(() => undefined)) as never;
  };

  return {
    ask,
    stream: (path, headers = {}) => send(path, { headers }),
    async all<Item>(path: string) {
      const items: Item[] = [];
      const join = path.includes("?") ? "&" : "?";
      for (let cursor: string | null = ""; cursor !== null;) {
        const from: string = cursor && `&cursor=${cursor}`;
        const page: { result: Item[]; next_cursor: string | null } = await ask(
          "GET",
          `${path}${join}limit=200${from}`,
        );
        items.push(...page.result);
        cursor = page.next_cursor;
      }
      return items;
    },
  };
}

function refusalOf(
  status: number,
  message: string | undefined,
  { base, token }: { readonly base: string; readonly token: string },
): string {
  if (status === 401) return refusedToken(token, base);
  return message ?? `${base} answered ${status}, and not as a gateway does. Check --url or STANDPIPE_URL.`;
}

function refusedToken(token: string, base: string): string {
  if (token.startsWith(tokenPrefixes.session))
    return `Your sign-in at ${base} has ended. Run standpipe login.`;
  return token.startsWith(tokenPrefixes.service)
    ? `The gateway at ${base} refuses the service token. It was revoked, has expired, or its owner lost their role. Make another one, and set STANDPIPE_TOKEN.`
    : `The gateway at ${base} refuses the admin token. Set STANDPIPE_ADMIN_TOKEN to this gateway's admin token.`;
}
