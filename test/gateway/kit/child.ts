import { api } from "../../../generated/firehydrant/index.js";
import { startGateway } from "../../../gateway/gateway.js";
import { createLogger } from "../../../gateway/ops/logger.js";
import { readSettings } from "../../../gateway/settings.js";

/*
 * A gateway in its own process, which a test kills: takes a folder and environment variables as JSON, and creates servers endlessly, reporting each
 * acknowledged one. It runs without the test runner, so it cannot use the kit of the tests.
 */
const UPSTREAM = "http://127.0.0.1:9";
const adminToken = "spm-of-a-process-that-is-killed";

const { url } = await startGateway({
  apis: [api],
  version: "0",
  folder: process.argv[2]!,
  settings: readSettings({
    STANDPIPE_ADMIN_TOKEN: adminToken,
    STANDPIPE_BASE_URLS: UPSTREAM,
    STANDPIPE_LOG_LEVEL: "silent",
    ...(JSON.parse(process.argv[3] ?? "{}") as Record<string, string>),
  }),
  env: {},
  host: "127.0.0.1",
  port: 0,
  logger: createLogger("silent", { keyStarts: [] }),
  showAdminToken: () => {},
});

async function ask(method: string, path: string, body?: object): Promise<{ id: string; token: string }> {
  const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
  const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}.`);
  return (answer.status === 204 ? {} : await answer.json()) as { id: string; token: string };
}

const { id: account } = await ask("POST", "/integrated-account", {
  name: "Acme",
  api_key: "fhb-killed",
  base_url: UPSTREAM,
  verify: false,
});
console.log(JSON.stringify({ account }));
for (let made = 0; ; made++) {
  const { id, token } = await ask("POST", `/integrated-account/${account}/mcp`, { name: `s${made}` });
  console.log(JSON.stringify({ id, token }));
  if (made % 3 === 2) {
    await ask("DELETE", `/integrated-account/${account}/mcp/${id}`);
    console.log(JSON.stringify({ revoked: id }));
  }
}
