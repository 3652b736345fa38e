import { z } from "zod";
import { pointer, type ProblemList } from "../model/problem.js";
import { didYouMean } from "./did-you-mean.js";
import { parseYaml, report, type SourceFile } from "./words.js";

const asksFile = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** Typical questions for each tool, by its name. Only search reads them. A name without a tool is a problem. */
export function loadAsks(
  files: readonly SourceFile[],
  names: ReadonlySet<string>,
  problems: ProblemList,
): Map<string, readonly string[]> {
  const asks = new Map<string, readonly string[]>();
  for (const file of files) {
    const parsed = asksFile.safeParse(parseYaml(file, problems) ?? {});
    if (!parsed.success) report(parsed.error, file.at, [], problems);
    for (const [name, phrases] of Object.entries(parsed.data ?? {})) {
      if (names.has(name)) asks.set(name, phrases);
      else reportStranger(name, names, file.at, problems);
    }
  }
  return asks;
}

function reportStranger(name: string, names: ReadonlySet<string>, at: string, problems: ProblemList): void {
  problems.error(
    "unknown-tool",
    at + "#" + pointer(name),
    `There is no tool ${name}.`,
    didYouMean(name, names),
  );
}
