import type { Arguments, Catalogue } from "../../../runtime/index.js";
import type { ResolvedNames } from "../../consent/approvals.js";
import { visible } from "../../consent/words.js";

/** Arguments that say what a call is about, the best one first. */
const about = ["name", "title", "summary", "body", "email"];
const LONGEST = 80;

interface HeadlineOf {
  readonly tool: string;
  readonly args: Arguments;
  /** Names that became ids. The first one says what the call is about. */
  readonly resolved?: ResolvedNames;
}

/** A call in words: what it does, and to what. */
export function headlineOf(
  { tool, args, resolved = {} }: HeadlineOf,
  catalogue: Catalogue | undefined,
): string {
  const title = catalogue?.tools.find(({ name }) => name === tool)?.title ?? tool;
  const [subject] = Object.values(resolved);
  const given = [subject?.name, ...about.map((name) => args[name])];
  const value = given.find((one) => typeof one === "string" && one !== "");
  if (typeof value !== "string") return title;
  const text = visible(value);
  return `${title}: “${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}
