import { SettingsError } from "../settings.js";

/** Asks a gateway's management API. */
export interface AdminClient {
  /** @throws ApiRefusal with what the gateway said; SettingsError where it isn't reached */
  ask<Answer>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object): Promise<Answer>;
  /** All items of a list, page after page. */
  all<Item>(path: string): Promise<Item[]>;
}

/** What the gateway answered instead of what was asked for. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";

  constructor(
    message: string,
    /** The API's advice for those who write its JSON. */
    readonly fix?: string,
  ) {
    super(message);
  }
}

/** @throws SettingsError where the admin token isn't set */
export function createAdminClient(url: string, token: string | undefined): AdminClient {
  if (token === undefined || token === "") {
    throw new SettingsError(
      "STANDPIPE_ADMIN_TOKEN is not set: set it to the gateway's admin token, which was shown when it first started.",
    );
  }
  const base = url.replace(/\/+$/, "");

  const ask: AdminClient["ask"] = async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) },
      body: body && JSON.stringify(body),
      redirect: "error",
    }).catch(() => {
      throw new SettingsError(`No gateway answers at ${base}; say where it is with --url or STANDPIPE_URL.`);
    });
    const answer = (await response.json().catch(() => undefined)) as
      { message?: string; fix?: string } | undefined;
    if (!response.ok) throw refusalOf(response.status, answer);
    return answer as never;
  };

  return {
    ask,
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

function refusalOf(status: number, answer: { message?: string; fix?: string } | undefined): ApiRefusal {
  if (status === 401)
    return new ApiRefusal(
      "STANDPIPE_ADMIN_TOKEN is wrong: the gateway refuses it. Set it to the gateway's admin token.",
    );
  return new ApiRefusal(answer?.message ?? `The gateway answered ${status}.`, answer?.fix);
}
