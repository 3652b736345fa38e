import { createConsent } from "../../../gateway/consent/consent.js";
import { mountPage } from "../../../gateway/page/page.js";
import { beginSession } from "../../../gateway/sessions.js";
import type { Settings } from "../../../gateway/settings.js";
import { startApiStub, type ApiStub } from "../../gateway/kit/api-stub.js";
import {
  call,
  makeAccount,
  makeServer,
  startTestGateway,
  type TestOptions,
  type MadeServer,
  type TestGateway,
} from "../../gateway/kit/gateway.js";
import { startIssuer, type TestIssuer } from "../../gateway/kit/issuer.js";

/** A person with an access token for server URLs, and a session on the page. */
export interface Somebody {
  readonly name: string;
  /** The session's token, for the gateway's CLI and for cookies. */
  readonly cookie: string;
  /** An access token for a server URL. */
  token(server: MadeServer): Promise<string>;
  /** Calls a tool of a server URL, as this person's client does. */
  call(server: MadeServer, tool: string, args?: object): ReturnType<typeof call>;
  /** The text of a page. */
  read(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Sends a form of a page. */
  send(
    path: string,
    fields?: Readonly<Record<string, string>>,
    at?: string,
  ): Promise<{ status: number; text: string }>;
  /** Deposits a key, at this gateway or another one of its store. @throws Error if it is not accepted */
  deposit(account: string, key: string, at?: string): Promise<void>;
}

export interface OwnKeysScene {
  readonly on: TestGateway;
  readonly stub: ApiStub;
  readonly issuer: TestIssuer;
  readonly account: string;
  /** Its calls need each person's own key. */
  readonly server: MadeServer;
  addAccount(name: string): Promise<string>;
  addServer(account: string, config?: object): Promise<MadeServer>;
  somebody(name: string): Promise<Somebody>;
  /** Starts one more gateway with the same settings. The test stops it. */
  start(): Promise<TestGateway>;
  close(): Promise<void>;
}

/** Everybody with the scope `use` may use everything that a server URL has. */
const oauth = { scopes: { use: {} }, without_token: true };

export async function openOwnKeys(
  settings: Partial<Settings>,
  options: Pick<TestOptions, "clock" | "env"> = {},
): Promise<OwnKeysScene> {
  const [issuer, stub] = [await startIssuer(), await startApiStub()];
  const oidc = {
    ...{ issuer: issuer.url, clientId: "standpipe", scopes: "openid" },
    ...{ groupsClaim: "groups", clockTolerance: 0 },
  };
  const accepted = { audiences: [], requiredScopes: [], groupsClaim: "groups", clockTolerance: 30 };
  const start = () =>
    startTestGateway({
      ...options,
      settings: { oidc, oauth: { ...accepted, issuers: [issuer.url] }, baseUrls: [stub.url], ...settings },
      consent: createConsent,
      mounts: [mountPage],
    });
  const on = await start();
  const resourceOf = (id: string) => `${settings.publicUrl ?? on.url}/mcp/${id}`;
  const addServer = (account: string, config: object = {}) =>
    makeServer(on, account, { upstream: "person", oauth, confirm: "none", ...config });

  async function somebody(name: string): Promise<Somebody> {
    const identity = { issuer: issuer.url, subject: name, name: `${name} Smith`, groups: [] };
    const act = { actor: name, requestId: "req" };
    const { cookie, csrf } = await beginSession(on.gateway.core, identity.name, act, identity);
    const headers = { cookie: `standpipe_session=${cookie}`, accept: "text/html" };
    const answered = async (response: Response) => ({ status: response.status, text: await response.text() });
    const send: Somebody["send"] = async (path, fields = {}, at = on.url) => {
      const body = new URLSearchParams({ csrf, ...fields });
      return answered(await fetch(at + path, { method: "POST", headers, body, redirect: "manual" }));
    };
    const token = ({ id }: MadeServer) =>
      issuer.sign({
        ...{ sub: name, aud: resourceOf(id), scope: "use", client_id: "client" },
        exp: Math.floor(Date.now() / 1000) + 24 * 3_600,
      });
    return {
      name,
      cookie,
      token,
      async call(server, tool, args) {
        const authorization = `Bearer ${await token(server)}`;
        return call(`${on.url}/mcp/${server.id}`, tool, args, { authorization });
      },
      read: async (path) => answered(await fetch(on.url + path, { headers, redirect: "manual" })),
      send,
      async deposit(account, key, at) {
        const { status, text } = await send(`/own-keys/${account}`, { api_key: key }, at);
        if (status !== 303) throw new Error(text);
      },
    };
  }

  const account = await makeAccount(on, stub.url);
  return {
    on,
    stub,
    issuer,
    account,
    server: await addServer(account),
    addAccount: (name) => makeAccount(on, stub.url, name),
    addServer,
    somebody,
    start,
    async close() {
      await on.stop();
      await Promise.all([stub.close(), issuer.close()]);
    },
  };
}
