import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

interface Found {
  /** `runtime/answer/read.ts:48` */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** A regular expression that is composed at run time, so the syntax tree does not show it. */
interface PutTogether {
  readonly file: string;
  readonly text: string;
}

/** All regular expressions in the folders, from the compiler's syntax tree. */
export function regularExpressionsIn(root: string, folders: readonly string[]) {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", ...folders], {
    cwd: root,
    encoding: "utf8",
  });
  const literals: Found[] = [];
  const made: PutTogether[] = [];
  for (const file of listed.split("\n").filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(join(root, file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    visit(source);
    function visit(node: ts.Node): void {
      if (ts.isRegularExpressionLiteral(node)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const end = node.text.lastIndexOf("/");
        literals.push({
          at: `${file}:${line}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        });
      }
      const isMade =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
      if (isMade) made.push({ file, text: node.getText() });
      ts.forEachChild(node, visit);
    }
  }
  return { literals, made };
}
