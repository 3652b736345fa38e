import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { loadSurface } from "../../generator/describe/surface.js";
import { isCatalogue, stateOfCatalogue, type Snapshot } from "../../generator/diff/from-catalogue.js";
import { stateOfContract, type Contract, type WordsAtHand } from "../../generator/diff/from-contract.js";
import { contractOf, readContract } from "../../generator/diff/read-contract.js";
import type { State } from "../../generator/diff/state.js";
import { readSource, readSources } from "../../generator/files.js";
import type { Memo } from "../../generator/model/memo.js";
import { ProblemList } from "../../generator/model/problem.js";
import type { Catalogue } from "../../runtime/contract/catalogue.js";
import { CommandError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import { gitFile, gitFiles, isRevision } from "./git.js";

/** Where states are read: the project's root and the API whose words are at hand. */
export interface Place {
  readonly root: string;
  readonly api: string;
}

/**
 * Reads one side of a comparison: a generated folder or a project that holds one, a catalogue, an OpenAPI document
 * (a file or a URL), a git revision, or `REVISION:path` of a catalogue or a document.
 * @throws CommandError where it is none of these
 */
export async function readState(reference: string, place: Place, memo: Memo): Promise<State> {
  if (/^https?:\/\//i.test(reference))
    return ofDocument(await readContract(reference), reference, place, memo);
  const path = resolve(place.root, reference);
  if (existsSync(path)) {
    const label = relative(place.root, path) || ".";
    return (await stat(path)).isDirectory()
      ? ofFolder(path, label, place, memo)
      : ofFile(path, label, place, memo);
  }
  return ofRevision(reference, place, memo);
}

async function ofFolder(folder: string, label: string, place: Place, memo: Memo): Promise<State> {
  const generated = [folder, join(folder, "generated", place.api)].find((one) =>
    existsSync(join(one, "catalog.json")),
  );
  if (generated === undefined)
    throw new CommandError(
      `There is no catalog.json in ${label}. Generate the tools of --api first, or pass another folder.`,
    );
  const catalogue = JSON.parse(await readFile(join(generated, "catalog.json"), "utf8")) as Catalogue;
  return stateOfCatalogue(catalogue, label, await snapshotsIn(join(generated, "surface")), memo);
}

async function snapshotsIn(folder: string): Promise<Snapshot[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as Snapshot),
  );
}

async function ofFile(path: string, label: string, place: Place, memo: Memo): Promise<State> {
  const value = json(await readFile(path, "utf8"));
  if (isCatalogue(value)) return stateOfCatalogue(value, label, [], memo);
  return ofDocument(await readContract(path), label, place, memo);
}

async function ofRevision(reference: string, place: Place, memo: Memo): Promise<State> {
  const { root, api } = place;
  const colon = reference.indexOf(":");
  const revision = colon < 0 ? reference : reference.slice(0, colon);
  if (revision === "" || !(await isRevision(root, revision))) {
    throw new CommandError(
      `${quoted(reference)} is no file, folder, URL or git revision. Pass one of them with --base or --head.`,
    );
  }
  const path = colon < 0 ? `generated/${api}/catalog.json` : reference.slice(colon + 1);
  const text = await gitFile(root, revision, path);
  if (text === undefined)
    throw new CommandError(`There is no ${path} in ${revision}. Pass another revision or --api.`);
  const value = json(text) ?? yaml(text, reference);
  if (isCatalogue(value)) {
    const surface = path.replace(/[^/]*$/, "surface/");
    const snapshots = await gitFiles(root, revision, surface, ".json");
    return stateOfCatalogue(
      value,
      reference,
      snapshots.map((one) => JSON.parse(one) as Snapshot),
      memo,
    );
  }
  return ofDocument(contractOf(value), reference, place, memo);
}

async function ofDocument(contract: Contract, label: string, place: Place, memo: Memo): Promise<State> {
  return stateOfContract(contract, label, await wordsAtHand(place), memo);
}

/** The words of the API that the project holds, or none. */
async function wordsAtHand({ root, api }: Place): Promise<WordsAtHand | undefined> {
  const folder = `specs/${api}`;
  if (!existsSync(join(root, folder, "surface.yaml"))) return undefined;
  const surface = loadSurface(await readSource(root, `${folder}/surface.yaml`), new ProblemList());
  return {
    words: await readSources(root, `${folder}/tools`, ".yaml"),
    common: await readSource(root, `${folder}/common.yaml`, ""),
    relations: await readSource(root, `${folder}/relations.yaml`, ""),
    repairs: await readSource(root, `${folder}/repairs.yaml`, ""),
    accepted: await readSource(root, `${folder}/accepted.yaml`, ""),
    surface: surface ?? { product: api, paging: [] },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A document may be YAML; a catalogue never is.
    return undefined;
  }
}

function yaml(text: string, label: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new CommandError(`${label} is neither JSON nor YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}
