import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listWaiting } from "../../gateway/consent/shown-approvals.js";
import { createConsent } from "../../gateway/consent/consent.js";
import { createLogger } from "../../gateway/ops/logger.js";
import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { readSecretKeys } from "../../gateway/secrets/secret-keys.js";
import {
  isToken,
  mintToken,
  hideTokens,
  tokenPrefixes,
  type TokenKind,
} from "../../gateway/secrets/token.js";
import { createVault, VaultError } from "../../gateway/secrets/vault.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { call, makeAccount, makeServer, startTestGateway } from "./kit/gateway.js";

let stub: ApiStub;
let folder: string;
beforeAll(async () => {
  stub = await startApiStub();
  folder = await mkdtemp(join(tmpdir(), "standpipe-secrets-"));
});
afterAll(async () => {
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

describe("secrets in files", () => {
  it("replace the variables that name them, without the final newline", async () => {
    const path = join(folder, "admin-token");
    await writeFile(path, "a-token-of-more-than-24-characters\n");
    expect(withSecretFiles({ STANDPIPE_ADMIN_TOKEN_FILE: path, DATABASE_URL: "postgres://x" })).toMatchObject(
      {
        STANDPIPE_ADMIN_TOKEN: "a-token-of-more-than-24-characters",
        DATABASE_URL: "postgres://x",
      },
    );
  });

  it.each([
    [{ DATABASE_URL_FILE: "/nothing/here" }, "DATABASE_URL_FILE: /nothing/here can't be read (ENOENT)."],
    [{ STANDPIPE_SECRET_KEY: "a", STANDPIPE_SECRET_KEY_FILE: "b" }, /both set. Remove one of them/],
  ])("are refused with the fix: %j", (env, want) => {
    expect(() => withSecretFiles(env)).toThrow(want);
  });
});

describe("the admin token", () => {
  it.each(["0.0.0.0", "::"])("is required where the gateway listens on %s", async (host) => {
    const settings = { adminToken: undefined };
    await expect(startTestGateway({ host, settings })).rejects.toThrow(
      /needs an operator's admin token.*STANDPIPE_ADMIN_TOKEN/,
    );
    const on = await startTestGateway({ host });
    await on.stop();
  });
});

describe("tokens", () => {
  it.each(Object.keys(tokenPrefixes) as TokenKind[])(
    "of the kind %s hold 256 bits, a prefix and a checksum",
    (kind) => {
      const made = Array.from({ length: 500 }, () => mintToken(kind));
      expect(new Set(made).size).toBe(500);
      for (const token of made) {
        expect(isToken(kind, token)).toBe(true);
        expect(hideTokens(`see ${token}.`)).toBe("see [token].");
        const body = token.slice(tokenPrefixes[kind].length, -6);
        expect(Buffer.from(body, "base64url")).toHaveLength(32);
      }
      for (const other of Object.keys(tokenPrefixes) as TokenKind[]) {
        if (other !== kind) expect(isToken(other, made[0]!)).toBe(false);
      }
    },
  );

  it("with a changed, missing or extra character are invalid", () => {
    const token = mintToken("server");
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === "x" ? "y" : "x") + token.slice(at + 1);
      expect(isToken("server", changed), String(at)).toBe(false);
    }
    for (const wrong of [token.slice(1), token.slice(0, -1), `${token}x`, "", ` ${token}`, `${token}\n`]) {
      expect(isToken("server", wrong)).toBe(false);
    }
  });
});

describe("the vault", () => {
  const keys = { current: "a".repeat(32), previous: [] };

  it("decrypts its own values only in their own place", () => {
    const vault = createVault(keys);
    const sealed = vault.seal("fhb-secret", "accounts/1");
    expect(sealed).not.toContain("secret");
    expect(vault.seal("fhb-secret", "accounts/1")).not.toBe(sealed);
    expect(vault.open(sealed, "accounts/1")).toBe("fhb-secret");
    expect(() => vault.open(sealed, "accounts/2")).toThrow(VaultError);
  });

  it("refuses changed values", () => {
    const vault = createVault(keys);
    const sealed = vault.seal("fhb-secret", "p");
    const parts = sealed.split(".");
    const flipped = (part: number) => {
      const bytes = Buffer.from(parts[part]!, "base64url");
      bytes[0]! ^= 1;
      return parts.map((text, at) => (at === part ? bytes.toString("base64url") : text)).join(".");
    };
    const cut = [
      ...parts.slice(0, 3),
      Buffer.from(parts[3]!, "base64url").subarray(0, 8).toString("base64url"),
    ].join(".");
    for (const wrong of [flipped(2), flipped(3), cut, "", "v1", `v2${sealed.slice(2)}`]) {
      expect(() => vault.open(wrong, "p"), wrong).toThrow(VaultError);
    }
  });

  it("decrypts with previous keys and encrypts with the current key", () => {
    const before = createVault(keys);
    const after = createVault({ current: "b".repeat(32), previous: [keys.current] });
    const sealed = before.seal("x", "p");
    expect(after.open(sealed, "p")).toBe("x");
    expect(after.isCurrent(sealed)).toBe(false);
    expect(after.isCurrent(after.seal("x", "p"))).toBe(true);
    const strange = createVault({ current: "c".repeat(32), previous: [] });
    expect(() => strange.open(sealed, "p")).toThrow(/STANDPIPE_SECRET_KEY_PREVIOUS/);
  });
});

describe("the secret key", () => {
  it("is generated once, readable only by its owner", async () => {
    const own = join(folder, "made");
    const first = readSecretKeys({}, own);
    expect(readSecretKeys({}, own)).toEqual(first);
    expect((await stat(join(own, "secret.key"))).mode & 0o777).toBe(0o600);
    expect((await stat(own)).mode & 0o777).toBe(0o700);
    const given = "g".repeat(40);
    expect(readSecretKeys({ STANDPIPE_SECRET_KEY: given }, own)).toEqual({
      current: given,
      previous: [first.current],
    });
  });

  it("is refused if it is too short", async () => {
    expect(() => readSecretKeys({ STANDPIPE_SECRET_KEY: "short" }, folder)).toThrow("at least 32 characters");
    await writeFile(join(folder, "secret.key"), "short\n");
    expect(() => readSecretKeys({}, folder)).toThrow("at least 32 characters");
  });
});

describe("rotating the secret key", () => {
  const [first, second, third] = ["first", "second", "third"].map((name) => name.padEnd(40, "-")) as [
    string,
    string,
    string,
  ];

  it("keeps keys and tokens working, encrypts everything again, and needs the old key once", async () => {
    const own = join(folder, "rotated");
    const settings = { baseUrls: [stub.url] };
    const start = (STANDPIPE_SECRET_KEY: string, STANDPIPE_SECRET_KEY_PREVIOUS?: string) =>
      startTestGateway({
        folder: own,
        settings,
        env: { STANDPIPE_SECRET_KEY, STANDPIPE_SECRET_KEY_PREVIOUS },
        consent: createConsent,
      });

    const before = await start(first);
    const account = await makeAccount(before, stub.url);
    const { token } = await makeServer(before, account);
    const asking = await makeServer(before, account, { confirm: "write" });
    await call(asking.url, "create_incident", { name: "Waits" });
    await before.stop();
    const during = await start(second, `${third},${first}`);
    const answered = await call(`${during.url}/mcp/${token}`, "list_incidents");
    expect(JSON.stringify(answered.value)).toContain("as Acme");
    await during.stop();
    const after = await start(second);
    expect((await call(`${after.url}/mcp/${token}`, "list_incidents")).status).toBe(200);
    expect(stub.arrived.at(-1)!.key).toBe("fhb-Acme");
    expect(await listWaiting(after.gateway.core)).toMatchObject([{ args: { name: "Waits" } }]);
    await after.stop();
    await expect(start(first)).rejects.toThrow("encrypted with a key that is missing");
  });
});

it("log lines contain no secret, whatever an error repeats", () => {
  const lines: string[] = [];
  const to = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const key = "fhb-0123456789abcdef0123456789abcdef";
  createLogger("info", { to }).error(
    { err: new Error(`no answer to Authorization: Bearer ${key}`) },
    "failed",
  );
  expect(lines.join("")).toContain("no answer to Authorization: [redacted]");
  expect(lines.join("")).not.toContain(key);
});
