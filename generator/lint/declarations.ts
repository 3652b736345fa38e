import { createHash } from "node:crypto";
import type * as typescript from "typescript";
import type { Memo } from "../model/memo.js";
import type { ProblemList } from "../model/problem.js";

/**
 * Checks the TypeScript in which programs see tools and their answers: it must be declarations and nothing else, and
 * each type that it names must be declared once. A text that an earlier run checked is skipped.
 * @param at the file of the answers' types
 */
export async function lintDeclarations(
  text: string,
  at: string,
  memo: Memo,
  problems: ProblemList,
): Promise<void> {
  const key = createHash("sha256").update(text).digest("hex");
  const fault = await memo("lint declarations", key, () => declarationFault(text));
  if (fault === "") return;
  problems.error(
    "declarations-not-typescript",
    at,
    `The declarations of the surface code are wrong: ${fault}`,
    "repair the type in repairs.yaml, or correct runtime/answers/declaration.ts",
  );
}

/** What is wrong with declarations, or an empty text. */
export async function declarationFault(text: string): Promise<string> {
  const { nodesIn, ts } = await import("../workflows/compiler.js");
  const file = ts.createSourceFile("api.d.ts", text, ts.ScriptTarget.ES2022, true);
  // The compiler keeps faults of syntax in a field that its types do not have.
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly typescript.Diagnostic[] };
  const [wrong] = parseDiagnostics;
  if (wrong) return `${ts.flattenDiagnosticMessageText(wrong.messageText, " ")} ${lineOf(wrong.start ?? 0)}`;
  const other = file.statements.find((statement) => !ts.isInterfaceDeclaration(statement));
  if (other) return `A statement is not an interface. ${lineOf(other.getStart(file))}`;
  const names = file.statements.filter(ts.isInterfaceDeclaration).map(({ name }) => name.text);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `${twice} is declared twice.`;
  const known = new Set([...names, ...OF_THE_LANGUAGE]);
  for (const node of nodesIn(file)) {
    if (!ts.isTypeReferenceNode(node) || known.has(node.typeName.getText(file))) continue;
    return `${node.typeName.getText(file)} is not declared. ${lineOf(node.getStart(file))}`;
  }
  return "";

  function lineOf(position: number): string {
    return `(line ${file.getLineAndCharacterOfPosition(position).line + 1})`;
  }
}

const OF_THE_LANGUAGE = ["Promise", "Record"];
