import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { loadSurface } from "../../generator/describe/surface.js";
import { isCatalogue, stateOfCatalogue, type Snapshot } from "../../generator/diff/from-catalogue.js";
import { stateOfContract, type Contract, type WordsAtHand } from "../../generator/diff/from-contract.js";
import { contractOf, importedContract, readContract } from "../../generator/diff/read-contract.js";
import type { State } from "../../generator/diff/state.js";
import { withContract, type Rulings } from "../../generator/diff/with-contract.js";
import type { SourceFile } from "../../generator/describe/words.js";
import { readSource, readSources } from "../../generator/files.js";
import type { Memo } from "../../generator/model/memo.js";
import { ProblemList } from "../../generator/model/problem.js";
import { type Catalogue, parsedJson } from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import { gitFile, gitFiles, isRevision } from "./git.js";

/** The project that states are read in. */
export interface Project {
  readonly root: string;
  /** The API of `specs/` and `generated/`. */
  readonly api: string;
  /** Whether documents get the descriptions of that API; false if they may belong to another API. */
  readonly worded?: boolean;
}

/** Whether a reference names something of the API: its sources, its generated files or a revision of them. */
export function isOfApi(reference: string, { root, api }: Project): boolean {
  if (/^https?:\/\//i.test(reference)) return false;
  const path = reference.slice(reference.indexOf(":") + 1);
  const inFolder = new RegExp(`(?:^|/)(?:specs|generated)/${api}(?:/|$)`);
  if (inFolder.test(relative(root, resolve(root, path)))) return true;
  // A plain revision or a whole project contains generated files.
  return !existsSync(resolve(root, reference))
    ? !reference.includes(":")
    : isProject(resolve(root, reference), api);
}

function isProject(folder: string, api: string): boolean {
  return existsSync(join(folder, "generated", api, "catalog.json"));
}

/**
 * Reads one side of a comparison: a generated folder or a project with one, a catalogue, an OpenAPI document (a file or
 * a URL), a git revision, or `REVISION:path` of a catalogue or a document.
 * @throws CommandError if it is none of these
 */
export async function readState(reference: string, project: Project, memo: Memo): Promise<State> {
  if (/^https?:\/\//i.test(reference))
    return ofDocument(await readContract(reference), reference, project, memo);
  const path = resolve(project.root, reference);
  if (existsSync(path)) {
    const label = relative(project.root, path) || ".";
    return (await stat(path)).isDirectory()
      ? ofFolder(path, label, project, memo)
      : ofFile(path, label, project, memo);
  }
  return ofRevision(reference, project, memo);
}

async function ofFolder(folder: string, label: string, project: Project, memo: Memo): Promise<State> {
  const generated = [folder, join(folder, "generated", project.api)].find((one) =>
    existsSync(join(one, "catalog.json")),
  );
  if (generated === undefined)
    throw new CommandError(
      `There is no catalog.json in ${label}. Generate the tools of --api first, or pass another folder.`,
    );
  const catalogue = JSON.parse(await readFile(join(generated, "catalog.json"), "utf8")) as Catalogue;
  const state = await stateOfCatalogue(catalogue, label, await snapshotsIn(join(generated, "surface")), memo);
  const specs = join(generated, "../../specs", project.api);
  if (!existsSync(join(specs, "openapi.json"))) return state;
  const rulings = {
    repairs: await readSource(specs, "repairs.yaml", ""),
    accepted: await readSource(specs, "accepted.yaml", ""),
  };
  return withContract(state, await readFile(join(specs, "openapi.json"), "utf8"), rulings);
}

async function snapshotsIn(folder: string): Promise<Snapshot[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as Snapshot),
  );
}

async function ofFile(path: string, label: string, project: Project, memo: Memo): Promise<State> {
  const value = parsedJson(await readFile(path, "utf8"));
  if (isCatalogue(value)) return stateOfCatalogue(value, label, [], memo);
  const isImported = value !== undefined && path === resolve(project.root, contractOfApi(project));
  return ofDocument(isImported ? importedContract(value) : await readContract(path), label, project, memo);
}

function contractOfApi({ api }: Project): string {
  return `specs/${api}/openapi.json`;
}

async function ofRevision(reference: string, project: Project, memo: Memo): Promise<State> {
  const { root, api } = project;
  const colon = reference.indexOf(":");
  const revision = colon < 0 ? reference : reference.slice(0, colon);
  if (revision === "" || !(await isRevision(root, revision))) {
    throw new CommandError(
      `${quoted(reference)} is not a file, folder, URL or git revision. Pass one of them with --base or --head.`,
    );
  }
  const path = colon < 0 ? `generated/${api}/catalog.json` : reference.slice(colon + 1);
  const text = await gitFile(root, revision, path);
  if (text === undefined)
    throw new CommandError(`There is no ${path} in ${revision}. Pass another revision or --api.`);
  const value = parsedJson(text) ?? yaml(text, reference);
  if (isCatalogue(value)) {
    const surface = path.replace(/[^/]*$/, "surface/");
    const snapshots = await gitFiles(root, revision, surface, ".json");
    const state = await stateOfCatalogue(
      value,
      reference,
      snapshots.map((one) => JSON.parse(one) as Snapshot),
      memo,
    );
    const contract = await gitFile(root, revision, contractOfApi(project));
    if (contract === undefined) return state;
    return withContract(state, contract, await rulingsAt(project, revision));
  }
  const contract = path === contractOfApi(project) ? importedContract(value) : contractOf(value);
  return ofDocument(contract, reference, { ...project, ...(await rulingsAt(project, revision)) }, memo);
}

/** The repairs and the accepted texts at a revision. */
async function rulingsAt({ root, api }: Project, revision: string): Promise<Rulings> {
  const read = async (name: string): Promise<SourceFile> => {
    const at = `specs/${api}/${name}`;
    return { at, text: (await gitFile(root, revision, at)) ?? "" };
  };
  return { repairs: await read("repairs.yaml"), accepted: await read("accepted.yaml") };
}

/** @param project with the repairs and accepted texts of that time, if they differ from today's */
async function ofDocument(
  contract: Contract,
  label: string,
  { repairs, accepted, ...project }: Project & Partial<Rulings>,
  memo: Memo,
): Promise<State> {
  const words = project.worded === false ? undefined : await wordsAtHand(project);
  if (!words) return stateOfContract(contract, label, undefined, memo);
  const rulings = { repairs: repairs ?? words.repairs, accepted: accepted ?? words.accepted };
  return stateOfContract(contract, label, { ...words, ...rulings }, memo);
}

/** The descriptions of the project's API, or none. */
export async function wordsAtHand({ root, api }: Project): Promise<WordsAtHand | undefined> {
  const folder = `specs/${api}`;
  if (!existsSync(join(root, folder, "surface.yaml"))) return undefined;
  const surface = loadSurface(await readSource(root, `${folder}/surface.yaml`), new ProblemList());
  return {
    words: await readSources(root, `${folder}/tools`, ".yaml"),
    common: await readSource(root, `${folder}/common.yaml`, ""),
    relations: await readSource(root, `${folder}/relations.yaml`, ""),
    repairs: await readSource(root, `${folder}/repairs.yaml`, ""),
    accepted: await readSource(root, `${folder}/accepted.yaml`, ""),
    knowledge: await readSource(root, `${folder}/knowledge.yaml`, ""),
    surface: surface ?? { product: api, paging: [] },
  };
}

function yaml(text: string, label: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new CommandError(`${label} is neither JSON nor YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}
