import type { JWTPayload } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { startApiStub, type ApiStub } from "../kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  rpc,
  startTestGateway,
  type MadeServer,
  type TestGateway,
} from "../kit/gateway.js";
import { startIssuer, type TestIssuer } from "../kit/issuer.js";

/*
 * A fake issuer, which also signs invalid tokens. oauth-sign-in/sign-in.test.ts covers correct clients with a real
 * provider.
 */
export let stub: ApiStub;

export let issuer: TestIssuer;

export let other: TestIssuer;

export let on: TestGateway;

export let account: string;

export let server: MadeServer;

export let open: MadeServer;

export const usual = { audiences: [], requiredScopes: [], groupsClaim: "groups", clockTolerance: 30 };

export const shares = {
  scopes: {
    "incidents:read": { methods: ["read"], tags: ["incidents"] },
    "incidents:write": { methods: ["write"], tags: ["incidents"] },
    all: {},
  },
  groups: { responders: { tags: ["incidents", "teams"] } },
};

beforeAll(async () => {
  stub = await startApiStub();
  issuer = await startIssuer("/realms/acme");
  other = await startIssuer();
  on = await startTestGateway({
    settings: { baseUrls: [stub.url], oauth: { ...usual, issuers: [issuer.url, other.url] } },
  });
  account = await makeAccount(on, stub.url);
  server = await makeServer(on, account, { methods: ["read", "create"], oauth: shares });
  open = await makeServer(on, account, {
    methods: ["read", "create"],
    oauth: { ...shares, issuer: issuer.url, without_token: true },
  });
});

beforeEach(() => void (stub.arrived.length = 0));

afterEach(() => {
  vi.useRealTimers();
  issuer.reply = () => false;
  other.reply = () => false;
});

afterAll(async () => {
  await on.stop();
  await issuer.close();
  await other.close();
  await stub.close();
});

export const resource = ({ id }: { id: string }) => `${on.url}/mcp/${id}`;

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export const tokenFor = (at: { id: string }, scope: string, claims: JWTPayload = {}) =>
  issuer.sign({ aud: resource(at), scope, ...claims });

export const list = (url: string, token?: string) => rpc(url, "tools/list", {}, token ? bearer(token) : {});

export async function newestLog(kind: string): Promise<Record<string, unknown>> {
  await on.gateway.core.audit.flush();
  const { body } = await on.ask<{ result: Record<string, unknown>[] }>("GET", `/log?kind=${kind}&limit=1`);
  return body.result[0]!;
}
