import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { movesBetween, rekeyed, type Move } from "../../generator/diff/moves.js";
import { renamedInRelations, renamedInWords } from "../../generator/diff/rename-in-sources.js";
import { renamedArguments, type RenamedArgument } from "../../generator/diff/renamed-arguments.js";
import type { State } from "../../generator/diff/state.js";
import { readSources } from "../../generator/files.js";
import { noMemo } from "../../generator/model/memo.js";
import { readState, type Project } from "./states.js";

/**
 * Moves the descriptions of moved operations and renamed arguments to their new names, in all sources of an API. Calls may
 * use the former names of arguments for half a year.
 * @param accept whether operations that only probably moved are included
 * @returns lines for the report: what was done and what a person must confirm
 */
export async function keepMoved(project: Project, since: string, accept: boolean): Promise<string[]> {
  const [before, after] = await contractsSince(project, since);
  const { certain, likely } = movesBetween(before.tools, after.tools);
  const moves = accept ? [...certain, ...likely] : certain;
  const renamed = renamedArguments(before.tools, after.tools, moves);
  const until = dayAfter(new Date(), FORMER_NAME_DAYS);
  if (moves.length + renamed.length > 0) await rewriteSources(project, moves, { renamed, until, after });
  return [...done(moves), ...renamings(renamed, until), ...(accept ? [] : open(likely))];
}

/** Days on which calls may use the former name of an argument. */
const FORMER_NAME_DAYS = 180;

async function contractsSince(project: Project, since: string): Promise<[State, State]> {
  const contract = `specs/${project.api}/openapi.json`;
  const worded = { ...project, worded: true };
  // Tokens are not needed here, so they are not counted.
  const count = async () => "0";
  const memo = (kind: string, input: string) => (kind === "o200k" ? count() : noMemo(kind, input, count));
  return [await readState(`${since}:${contract}`, worded, memo), await readState(contract, worded, memo)];
}

interface Renaming {
  readonly renamed: readonly RenamedArgument[];
  readonly until: string;
  readonly after: State;
}

async function rewriteSources(
  { root, api }: Project,
  moves: readonly Move[],
  { renamed, until, after }: Renaming,
): Promise<void> {
  const folder = `specs/${api}`;
  const others = [
    ...(await readSources(root, folder, ".yaml")),
    ...(await readSources(root, folder, ".lock")),
  ];
  const words = await readSources(root, `${folder}/tools`, ".yaml");
  const isTaken = (place: string, argument: string) =>
    after.tools.some((tool) => takes(tool, place, argument));
  await Promise.all([
    ...words.map(({ at }) =>
      rewrite(join(root, at), (text) => renamedInWords(rekeyed(text, moves), renamed, until)),
    ),
    ...others.map(({ at }) =>
      rewrite(join(root, at), (text) => {
        const moved = rekeyed(text, moves);
        return at.endsWith("/relations.yaml") ? renamedInRelations(moved, renamed, isTaken) : moved;
      }),
    ),
  ]);
}

function takes(
  { argumentNames = new Map() }: State["tools"][number],
  place: string,
  argument: string,
): boolean {
  const root = argument.split(/[.[]/)[0];
  return [...argumentNames].some(([wire, name]) => name === root && wire.startsWith(`${place} `));
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  const changed = change(text);
  if (changed !== text) await writeFile(file, changed);
}

function dayAfter(date: Date, days: number): string {
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

function renamings(renamed: readonly RenamedArgument[], until: string): string[] {
  if (renamed.length === 0) return [];
  const lines = renamed.map(({ operation, was, now }) => `- ${operation}: ${was} → ${now}\n`).join("");
  return [
    `**${renamed.length} arguments were renamed and keep their descriptions**. The former names work until ${until}:\n${lines}`,
  ];
}

function done(moves: readonly Move[]): string[] {
  if (moves.length === 0) return [];
  return [
    `**${counted(moves)} moved and kept ${moves.length === 1 ? "its description" : "their descriptions"}**:\n${listed(moves)}`,
  ];
}

function open(likely: readonly Move[]): string[] {
  if (likely.length === 0) return [];
  return [
    `**${counted(likely)} probably moved**. Confirm this with \`standpipe update --accept-moves\`:\n${listed(likely)}`,
  ];
}

function counted({ length }: readonly Move[]): string {
  return length === 1 ? "1 operation" : `${length} operations`;
}

function listed(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `- ${from} → ${to}\n`).join("");
}
