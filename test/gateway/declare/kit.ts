import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { command as applyCommand } from "../../../cli/declare/apply.js";
import { command as exportCommand } from "../../../cli/declare/export.js";
import { mountPage } from "../../../gateway/page/page.js";
import type { Settings } from "../../../gateway/settings.js";
import { startApiStub, type ApiStub } from "../kit/api-stub.js";
import { startTestGateway, testAdminToken, type TestGateway } from "../kit/gateway.js";
import type { StoreKind, useStores } from "../kit/stores.js";

/** Roles need a provider's name. Nobody signs in there. */
const oidc = {
  ...{ issuer: "http://127.0.0.1:9", clientId: "standpipe", scopes: "openid" },
  ...{ groupsClaim: "groups", clockTolerance: 0 },
};

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly fault: string;
}

/** A gateway, and the commands `apply` and `export` as a person runs them. */
interface Declaring {
  on: TestGateway;
  stub: ApiStub;
  folder: string;
  /** Starts another, empty gateway. */
  startEmpty(more?: Partial<Settings>): Promise<TestGateway>;
  /** Writes a file and returns its path. */
  write(name: string, text: string): Promise<string>;
  apply(on: TestGateway, ...args: string[]): Promise<Ran>;
  exported(on: TestGateway): Promise<string>;
}

export const keyOfAcme = "fhb-key-of-acme";

export function useDeclaring(kind: StoreKind, settingsOf: ReturnType<typeof useStores>): Declaring {
  const started: TestGateway[] = [];
  const startEmpty = async (more: Partial<Settings> = {}) => {
    const settings = { ...(await settingsOf(kind)), baseUrls: [it.stub.url], oidc, ...more };
    const on = await startTestGateway({ settings, mounts: [mountPage] });
    started.push(on);
    return on;
  };
  const it = {
    startEmpty,
    async write(name, text) {
      const path = join(it.folder, name);
      await writeFile(path, text);
      return path;
    },
    apply: (on, ...args) => run(() => applyCommand.run([...args, "--url", on.url])),
    async exported(on) {
      const to = join(it.folder, "exported.yaml");
      const { code, fault } = await run(() => exportCommand.run(["--to", to, "--url", on.url]));
      if (code !== 0) throw new Error(fault);
      return readFile(to, "utf8");
    },
  } as Declaring;
  beforeAll(async () => {
    vi.stubEnv("STANDPIPE_ADMIN_TOKEN", testAdminToken);
    vi.stubEnv("ACME_API_KEY", keyOfAcme);
    it.folder = await mkdtemp(join(tmpdir(), "standpipe-declare-"));
    it.stub = await startApiStub();
    it.on = await startEmpty();
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    await Promise.all(started.map((on) => on.stop()));
    await it.stub.close();
    await rm(it.folder, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  return it;
}

async function run(command: () => Promise<number>): Promise<Ran> {
  const [out, fault]: [string[], string[]] = [[], []];
  const log = vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
  const error = vi.spyOn(console, "error").mockImplementation((text) => void fault.push(String(text)));
  const code = await command();
  log.mockRestore();
  error.mockRestore();
  return { code, out: out.join("\n"), fault: fault.join("\n") };
}
