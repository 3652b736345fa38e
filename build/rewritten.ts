import ts from "typescript";

/** A change of code: what is between two places becomes another text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Finds what to change in a file. */
export type Rule = (source: ts.SourceFile) => readonly Edit[];

/** The code after the edits of all rules, which must not overlap. It is read once. */
export function rewritten(code: string, ...rules: readonly Rule[]): string {
  const source = ts.createSourceFile("part.mjs", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const edits = rules.flatMap((rule) => rule(source)).sort((one, other) => one.from - other.from);
  const kept = edits.map(({ from, text }, index) => code.slice(edits[index - 1]?.to ?? 0, from) + text);
  return kept.join("") + code.slice(edits.at(-1)?.to ?? 0);
}
