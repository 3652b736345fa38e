// A client of an older SDK: it prints where its user signs in, waits for the code, and prints the tools.
import { createServer } from "node:http";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const server = createServer();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const redirectUrl = `http://127.0.0.1:${server.address().port}/callback`;
const code = new Promise((resolve) => {
  server.on("request", ({ url }, response) => {
    response.end("You may close this page.");
    resolve(new URL(url, redirectUrl).searchParams.get("code"));
  });
});

const kept = {};
const authProvider = {
  redirectUrl,
  clientMetadata: {
    client_name: "An older SDK",
    redirect_uris: [redirectUrl],
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
  },
  clientInformation: () => kept.client,
  saveClientInformation: (client) => void (kept.client = client),
  tokens: () => kept.tokens,
  saveTokens: (tokens) => void (kept.tokens = tokens),
  redirectToAuthorization: (url) => console.log(url.href),
  saveCodeVerifier: (verifier) => void (kept.verifier = verifier),
  codeVerifier: () => kept.verifier,
};

const open = () => new StreamableHTTPClientTransport(new URL(process.argv[2]), { authProvider });
const client = () => new Client({ name: "older", version: "1" });
const refused = open();
await client()
  .connect(refused)
  .catch(() => {});
await refused.finishAuth(await code);
const connected = client();
await connected.connect(open());
console.log((await connected.listTools()).tools.map(({ name }) => name).join(" "));
process.exit(0);
