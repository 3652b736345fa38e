import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { movesBetween, rekeyed, type Move } from "../../generator/diff/moves.js";
import { readSources } from "../../generator/files.js";
import { noMemo } from "../../generator/model/memo.js";
import { readState, type Project } from "./states.js";

/**
 * Moves the descriptions of moved operations to their new paths, in all sources of an API.
 * @param accept whether operations that only probably moved are included
 * @returns lines for the report: what was done and what a person must confirm
 */
export async function keepMoved(place: Project, since: string, accept: boolean): Promise<string[]> {
  const { root, api } = place;
  const contract = `specs/${api}/openapi.json`;
  const worded = { ...place, worded: true };
  // Tokens are not needed here, so they are not counted.
  const count = async () => "0";
  const memo = (kind: string, input: string) => (kind === "o200k" ? count() : noMemo(kind, input, count));
  const before = await readState(`${since}:${contract}`, worded, memo);
  const after = await readState(contract, worded, memo);
  const { certain, likely } = movesBetween(before.tools, after.tools);
  const moves = accept ? [...certain, ...likely] : certain;
  if (moves.length > 0) await rewriteSources(root, api, moves);
  return [...done(moves), ...(accept ? [] : open(likely))];
}

async function rewriteSources(root: string, api: string, moves: readonly Move[]): Promise<void> {
  const folder = `specs/${api}`;
  const files = [
    ...(await readSources(root, folder, ".yaml")),
    ...(await readSources(root, `${folder}/tools`, ".yaml")),
    ...(await readSources(root, folder, ".lock")),
  ];
  for (const { at } of files) {
    const text = await readFile(join(root, at), "utf8");
    const moved = rekeyed(text, moves);
    if (moved !== text) await writeFile(join(root, at), moved);
  }
}

function done(moves: readonly Move[]): string[] {
  if (moves.length === 0) return [];
  return [`**${moves.length} operations moved and keep their descriptions**:\n${listed(moves)}`];
}

function open(likely: readonly Move[]): string[] {
  if (likely.length === 0) return [];
  return [
    `**${likely.length} operations seem to have moved**. Confirm them with \`standpipe update --accept-moves\`:\n${listed(likely)}`,
  ];
}

function listed(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `- ${from} → ${to}\n`).join("");
}
