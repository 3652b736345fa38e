import { createHash, randomBytes } from "node:crypto";
import { DocumentError, type FetchDocument } from "../../../gateway/authorization/fetch-document.js";
import { createConsent } from "../../../gateway/consent/consent.js";
import { mountPage } from "../../../gateway/page/page.js";
import type { Settings } from "../../../gateway/settings.js";
import { freePort } from "../../fixtures/free-port.js";
import { startApiStub, type ApiStub } from "../../gateway/kit/api-stub.js";
import { createClock, type TestClock } from "../../gateway/kit/clock.js";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "../../gateway/kit/gateway.js";
import { createAgent, signInAs, submit, type Agent, type Page } from "../../identity/kit/agent.js";
import { startProvider, type TestProvider } from "../../identity/kit/provider.js";

/** A gateway that is an authorization server in front of a real OpenID provider. */
export interface AuthorizationScene {
  readonly on: TestGateway;
  readonly provider: TestProvider;
  readonly clock: TestClock;
  readonly stub: ApiStub;
  readonly account: string;
  /** What clients publish, by the URL that is their id. */
  readonly documents: Map<string, object>;
  /** A new server URL where people sign in. Returns its id and its resource. */
  serverUrl(oauth?: object): Promise<{ readonly id: string; readonly resource: string }>;
  /** A new browser of a person in these groups, who is signed in. */
  person(name: string, groups: readonly string[]): Promise<Agent>;
  /** Sends fields to an endpoint of the authorization server. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

/** The group that may use what `serverUrl` makes, unless it says something else. */
export const responders = "responders";

/** A desktop client, which publishes its document. */
export const desk = {
  client_id: "https://desk.example/client.json",
  client_name: "Desk",
  redirect_uris: ["http://127.0.0.1/callback", "https://desk.example/back"],
};

type More = NonNullable<Parameters<typeof startProvider>[0]>["more"];

/** @param options environment variables, and more configuration of the provider */
export async function openAuthorization(
  settings: Partial<Settings> = {},
  { env = {}, more }: { readonly env?: Record<string, string>; readonly more?: More } = {},
): Promise<AuthorizationScene> {
  const [provider, stub, port] = await Promise.all([startProvider({ more }), startApiStub(), freePort()]);
  const clock = createClock();
  const publicUrl = `http://127.0.0.1:${port}`;
  const documents = new Map<string, object>([[desk.client_id, desk]]);
  const on = await startTestGateway({
    ...gatewayOf({ provider, stub, clock, documents, publicUrl }, settings),
    ...{ port, env },
  });
  provider.register(on.url);
  const account = await makeAccount(on, stub.url);
  return {
    ...{ on, provider, clock, stub, account, documents },
    async serverUrl(oauth = { groups: { [responders]: { methods: ["read"] } }, without_token: true }) {
      const { id } = await makeServer(on, account, { oauth, surface: "full" });
      return { id, resource: `${on.url}/mcp/${id}` };
    },
    async person(name, groups) {
      provider.groups.set(name, groups);
      const agent = createAgent();
      await signInAs(agent, on.url, name, "/oauth/consent?id=none");
      return agent;
    },
    async post(path, fields, headers = {}) {
      const answer = await fetch(on.url + path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers,
      });
      const text = await answer.text();
      return { status: answer.status, body: (text === "" ? {} : JSON.parse(text)) as Answer["body"] };
    },
    async close() {
      await on.stop();
      await Promise.all([provider.close(), stub.close()]);
    },
  };
}

interface Surroundings {
  readonly provider: TestProvider;
  readonly stub: ApiStub;
  readonly clock: TestClock;
  readonly documents: ReadonlyMap<string, object>;
  readonly publicUrl: string;
}

/** The options of a gateway there. */
export function gatewayOf(
  { provider, stub, clock, documents, publicUrl }: Surroundings,
  settings: Partial<Settings>,
) {
  const fetchDocument: FetchDocument = async (url) => {
    const value = documents.get(url);
    if (!value) throw new DocumentError("its host is unknown");
    return { value, keepSeconds: 60 };
  };
  return {
    settings: {
      oidc: provider.settings,
      ownerGroups: ["owners"],
      baseUrls: [stub.url],
      publicUrl,
      authorization: { registration: false },
      ...settings,
    },
    consent: createConsent,
    mounts: [mountPage],
    clock,
    fetchDocument,
  };
}

/** A request of a client at the authorization endpoint, with its secret. */
export interface Asked {
  readonly url: string;
  readonly verifier: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** @param given replaces fields; an empty one is left out */
export function askFor(url: string, resource: string, given: Record<string, string> = {}): Asked {
  const verifier = randomBytes(32).toString("base64url");
  const fields = {
    client_id: desk.client_id,
    redirect_uri: "http://127.0.0.1:4711/callback",
    response_type: "code",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    resource,
    state: "state-of-the-client",
    ...given,
  };
  const kept = Object.entries(fields).filter(([, value]) => value !== "");
  return { url: `${url}/oauth/authorize?${new URLSearchParams(kept).toString()}`, verifier, fields };
}

/** Answers the page's question. Returns where the browser is sent, without going there. */
export async function decide(agent: Agent, page: Page, decision: "allow" | "refuse"): Promise<URL> {
  const main = page.html.slice(page.html.indexOf("<main"));
  const stays: Agent = { ...agent, open: async (url, init) => pageOf(url, await agent.ask(url, init)) };
  const { headers, html } = await submit(stays, { ...page, html: main }, { decision });
  const to = /^0;url=(.*)$/.exec(headers.get("refresh") ?? "")?.[1];
  if (to === undefined) throw new Error(`The page leads nowhere: ${html}`);
  return new URL(to);
}

async function pageOf(url: string, answer: Response): Promise<Page> {
  return { url, status: answer.status, headers: answer.headers, html: await answer.text() };
}

/** A person allows a client's request. Returns the code. */
export async function codeFor(agent: Agent, { url }: Asked): Promise<string> {
  return (await decide(agent, await agent.open(url), "allow")).searchParams.get("code")!;
}

/** The fields with which a client fetches its tokens. */
export function exchangeOf({ verifier, fields }: Asked, code: string): Record<string, string> {
  const { client_id = "", redirect_uri = "" } = fields;
  return { grant_type: "authorization_code", code, code_verifier: verifier, client_id, redirect_uri };
}

/** A person allows a client, and the client has its tokens. */
export async function tokensFor(
  scene: AuthorizationScene,
  agent: Agent,
  asked: Asked,
): Promise<Answer["body"]> {
  const { status, body } = await scene.post("/oauth/token", exchangeOf(asked, await codeFor(agent, asked)));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}
