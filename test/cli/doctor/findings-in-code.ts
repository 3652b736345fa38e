import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Finding } from "../../../cli/doctor/finding.js";

/** A finding that the code can report, as patterns of its texts. */
export interface WrittenFinding {
  readonly state: Finding["state"];
  readonly message: RegExp;
  readonly fix: RegExp;
  /** For the message of a test. */
  readonly at: string;
}

const folder = join(import.meta.dirname, "../../../cli/doctor");

/** Every call of `fail` and `warn` in cli/doctor/. One whose fix depends on a condition counts as two findings. */
export function findingsInCode(): WrittenFinding[] {
  return readdirSync(folder).flatMap((name) => {
    const file = ts.createSourceFile(
      name,
      readFileSync(join(folder, name), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const found: WrittenFinding[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ["fail", "warn"].includes(node.expression.getText())) {
        const [message, fix] = node.arguments;
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        for (const one of choicesOf(fix!))
          found.push({
            state: node.expression.getText() as Finding["state"],
            message: patternOf(message!),
            fix: patternOf(one),
            at: `${name}:${line}: ${one.getText()}`,
          });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

function choicesOf(text: ts.Expression): ts.Expression[] {
  return ts.isConditionalExpression(text) ? [text.whenTrue, text.whenFalse] : [text];
}

/** What a text looks like when its expressions are filled in. */
function patternOf(text: ts.Expression): RegExp {
  if (ts.isStringLiteralLike(text)) return exactly([text.text]);
  if (ts.isTemplateExpression(text))
    return exactly([text.head.text, ...text.templateSpans.map(({ literal }) => literal.text)]);
  return exactly(["", ""]);
}

function exactly(parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("[^]*")}$`);
}
