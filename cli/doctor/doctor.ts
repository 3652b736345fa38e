import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { servedApis } from "../../gateway/apis.js";
import { readSecretKeys } from "../../gateway/secrets/secret-keys.js";
import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { readSettings } from "../../gateway/settings.js";
import { inspectStore } from "../../gateway/store/inspect.js";
import { apis as builtIn } from "../apis.js";
import { defineCommand } from "../command/command.js";
import { CommandError, UsageError } from "../command/errors.js";
import { lines, text, toggle } from "../command/flags.js";
import { isHttpUrl } from "../connect/server-url.js";
import { listenFlags } from "../listening.js";
import { loadApi } from "../load-api.js";
import { examine, type Checked } from "./checks.js";
import { fail, type Examined } from "./finding.js";

type Environment = Examined["env"];

export const command = defineCommand({
  name: "standpipe doctor",
  argument: "[url]",
  failure: 2,
  about:
    "Finds what is wrong with a gateway: run it on its machine, with its variables. [url] is the address that clients use. It changes nothing.",
  flags: {
    api: lines("An API that the gateway serves, by name or folder; repeat the flag for several"),
    ...listenFlags(8808),
    data: text("Folder of the database and the secret key", { default: "./data" }),
    json: toggle("Print JSON", { default: false }),
  },
  async run({ api = [], host, port, data, json }, url) {
    if (url !== undefined && !isHttpUrl(url))
      throw new UsageError("[url] takes the URL of a gateway, such as https://standpipe.example.com.");
    const { env, settings } = environment();
    const names = api.length > 0 ? api : Object.keys(builtIn).slice(0, 1);
    const apis = servedApis({
      apis: await Promise.all(names.map((one) => loadApi(one, builtIn))),
      sandboxUrls: {},
      baseUrls: settings.baseUrls,
    });
    const found = await examine({
      ...{ env, settings, apis, folder: data, host, port, url, module: import.meta.url },
      nodeVersion: process.versions.node,
      now: () => new Date(),
      freeBytes: async (folder) => {
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
      },
      keys: keysOf(env, data),
      store: await storeOf(settings.databaseUrl, data),
    });
    console.log(json ? JSON.stringify(found, undefined, 2) : printed(found));
    return found.some(({ state }) => state === "fail") ? 1 : 0;
  },
});

function environment() {
  try {
    const env = withSecretFiles(process.env);
    return { env, settings: readSettings(env) };
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** The secret keys. Reading them must not create a file, as the start of a gateway does. */
export function keysOf(env: Environment, folder: string): Examined["keys"] {
  const isSet = Boolean(env["STANDPIPE_SECRET_KEY"]?.trim());
  if (!isSet && !existsSync(join(folder, "secret.key")))
    return existsSync(join(folder, "standpipe.db")) || env["DATABASE_URL"]
      ? fail(
          "There is no secret key: STANDPIPE_SECRET_KEY is not set, and the data folder has no secret.key.",
          "Set the earlier key, or put the earlier secret.key back. For a new database, make a key with openssl rand -base64 32.",
        )
      : { state: "ok", message: "The gateway creates a secret key at its first start." };
  try {
    return readSecretKeys(env, folder);
  } catch (error) {
    return fail((error as Error).message, "Use a key of at least 32 characters.");
  }
}

/** The store, or a finding that says why it cannot be read. */
export async function storeOf(databaseUrl: string | undefined, folder: string): Promise<Examined["store"]> {
  try {
    return await inspectStore(databaseUrl, folder);
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    const what = databaseUrl === undefined ? `standpipe.db in ${folder}` : "The database in DATABASE_URL";
    return fail(
      `${what} cannot be read (${code ?? message}).`,
      databaseUrl === undefined
        ? "Give the file to the gateway's user, or restore a backup."
        : "Start PostgreSQL, correct DATABASE_URL, or allow the connection.",
    );
  }
}

const marks = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

function printed(found: readonly Checked[]): string {
  const rows = found.map(({ check, state, message, fix }) => {
    const line = `${marks[state]}  ${check.padEnd(10)}  ${message}`;
    return fix === undefined ? line : `${line}\n                  Fix: ${fix}`;
  });
  const count = (wanted: string) => found.filter(({ state }) => state === wanted).length;
  return [...rows, "", `${count("fail")} to fix, ${count("warn")} to look at, ${count("ok")} in order.`].join(
    "\n",
  );
}
