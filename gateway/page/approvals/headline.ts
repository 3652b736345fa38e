import type { Arguments, Catalogue } from "../../../runtime/index.js";
import { visible } from "../../consent/words.js";

/** Arguments that say what a call is about, the best one first. */
const about = ["name", "title", "summary", "body", "email"];
const LONGEST = 80;

/** A call in words: what it does, and to what. */
export function headlineOf(
  { tool, args }: { readonly tool: string; readonly args: Arguments },
  catalogue: Catalogue | undefined,
): string {
  const title = catalogue?.tools.find(({ name }) => name === tool)?.title ?? tool;
  const value = about.map((name) => args[name]).find((one) => typeof one === "string" && one !== "");
  if (typeof value !== "string") return title;
  const text = visible(value);
  return `${title}: “${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}
