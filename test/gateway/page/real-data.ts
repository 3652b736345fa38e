import { createAccount } from "../../../gateway/accounts/accounts.js";
import { createServer, revokeServer } from "../../../gateway/servers/servers.js";
import { createApiToken } from "../../../gateway/tokens/api-tokens.js";
import { httpClient } from "../../fixtures/clients.js";
import { act, type TestGateway } from "./kit.js";

/** Typical texts: short, long, one long word, markup, and other scripts. */
const names = [
  "On-call assistant",
  "ChatGPT for the incident commanders of the European payments organisation, evenings and weekends",
  "x".repeat(120),
  "<b>Bold</b> & co",
  "日本語のアシスタント",
  "مساعد المناوبة",
];

export interface RealData {
  /** A server that asks before it writes, with a waiting call. */
  readonly server: string;
  readonly approval: string;
}

/** Fills a gateway like a team would: 20 servers, some expired or revoked, tokens, calls, approvals. */
export async function fill(gateway: TestGateway): Promise<RealData> {
  const { core, accountId } = gateway;
  const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  for (let made = 0; made < 20; made += 1) {
    const name = `${names[made % names.length]} ${made}`;
    const config = made % 3 === 0 ? narrow : { methods: ["read"] };
    const expires_at = made % 5 === 0 ? soon(70 + made) : null;
    const { id } = await createServer(core, accountId, { name, config, expires_at }, act);
    if (made % 6 === 5) await revokeServer(core, accountId, id, act);
  }
  for (const [at, name] of names.entries()) {
    await createAccount(core, { name, api_key: "fhb-x", region: at % 2 ? "eu" : "us", verify: false }, act);
    const integrated_account_id = at % 2 ? accountId : null;
    await createApiToken(core, { name, integrated_account_id, expires_at: at % 3 ? null : soon(70) }, act);
  }
  const { id, url } = await gateway.serverUrl({ surface: "full", confirm: "write" }, names[1]);
  const approval = await callsOf(url);
  // Past the expiry of the servers that have one.
  gateway.pass(100_000);
  return { server: id, approval };
}

const narrow = {
  tags: ["incidents", "pages", "teams", "users", "catalog", "status_pages"],
  tools: { deny: ["create_incident", "list_users", "get_user"] },
  confirm: ["create_page", "delete_*"],
  rate_limit: { calls: 60, seconds: 60 },
  require_api_token_auth: true,
};

/** Calls with different outcomes, and the pending approval of one of them. */
async function callsOf(url: string): Promise<string> {
  const client = await httpClient("client 2.x", url);
  await client.call("list_incidents", { limit: 3 });
  await client.call("create_incident", { nope: 1 });
  await client.call("search_tools", { query: "page someone" });
  await client.call("no_such_tool").catch(() => {});
  const args = { name: "y".repeat(90), description: `<b>Markup</b>\u202e ${"and words ".repeat(60)}` };
  const { text } = await client.call("create_team", args);
  // It waits until the end.
  await client.call("create_team", { name: names[4] });
  await client.close();
  return /approvals\/(apr_\w+)/.exec(text)![1]!;
}
