import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { ReferenceFault } from "../../../gateway/accounts/references/fault.js";
import {
  createReferencedKeys,
  type ReferencedKeysParts,
} from "../../../gateway/accounts/references/referenced-keys.js";
import { readKeySources } from "../../../gateway/accounts/references/settings.js";
import { servedApis } from "../../../gateway/apis.js";

export const mine = "https://mine.example.com";
const apis = servedApis({
  apis: [api],
  sandboxUrls: { firehydrant: "http://127.0.0.1:9" },
  baseUrls: [mine],
});
export const us = { api: "firehydrant", region: "us", base_url: apis["firehydrant"]!.urls.regions["us"]! };

export let top: string;
/** The allowed folder. It has the file `acme`, and `link`, which leads out of it. */
export let folder: string;
/** Makes the folders of a test file. */
export function useFolders(): void {
  beforeAll(async () => {
    top = await mkdtemp(join(tmpdir(), "standpipe-references-"));
    folder = join(top, "keys");
    await mkdir(folder);
    await writeFile(join(folder, "acme"), "fhb-from-file\n");
    await writeFile(join(top, "outside"), "fhb-outside");
    await symlink(join(top, "outside"), join(folder, "link"));
  });
  afterAll(() => rm(top, { recursive: true, force: true }));
}

interface Allowed {
  readonly folders?: string;
  readonly variables?: string;
  readonly commands?: string;
}

export function keysWith(
  { folders = folder, variables = "FH_KEY_*", commands = "" }: Allowed = {},
  more: Partial<ReferencedKeysParts> = {},
) {
  const sources = readKeySources({
    STANDPIPE_KEY_FOLDERS: folders,
    STANDPIPE_KEY_VARIABLES: variables,
    STANDPIPE_KEY_COMMANDS: commands,
  });
  return createReferencedKeys({ sources, apis, env: {}, forbidden: [], ...more });
}

/** Why a key was not read. */
export const faultOf = async (reading: Promise<string>) => {
  const error = await reading.then(
    (key) => new Error(`A key was read: ${key}`),
    (fault: Error) => fault,
  );
  expect(error).toBeInstanceOf(ReferenceFault);
  return error.message;
};
