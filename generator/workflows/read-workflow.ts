import type * as typescript from "typescript";
import type { SourceFile } from "../describe/words.js";
import { nodesIn, ts } from "./compiler.js";
import { answerIn, argumentsIn, type Declared } from "./types.js";
import { NotAWorkflow, type WorkflowSource } from "./workflow.js";

/**
 * Reads a workflow as syntax, without running it.
 * @throws NotAWorkflow if it has anything that cannot be reviewed as one program over the API
 */
export function readWorkflow({ at, text }: SourceFile): WorkflowSource {
  const file = ts.createSourceFile(at, text, ts.ScriptTarget.ES2022, true);
  const main = mainOf(file);
  const name = at.slice(at.lastIndexOf("/") + 1).replace(/\.ts$/, "");
  if (main.name?.text !== camelCase(name))
    throw new NotAWorkflow(`Its function is not named ${camelCase(name)}, as the file is.`);
  const declared = declaredIn(file);
  const { title, description, tags } = wordsOf(main);
  return {
    name,
    at,
    title,
    description,
    tags,
    arguments: argumentsIn(declared, file),
    answer: answerIn(declared, file),
    calls: callsIn(file),
    program: programOf(text, camelCase(name)),
  };
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The exported function. Other statements are types, functions and constants of the file. */
function mainOf(file: typescript.SourceFile): typescript.FunctionDeclaration {
  const main = file.statements.filter(isExported);
  const [found] = main;
  for (const statement of file.statements) requirePlain(statement, file);
  if (main.length !== 1 || !found || !ts.isFunctionDeclaration(found))
    throw new NotAWorkflow("It has no single exported function.");
  return found;
}

function isExported(statement: typescript.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

function requirePlain(statement: typescript.Statement, file: typescript.SourceFile): void {
  const isPlain =
    (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly === true) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isVariableStatement(statement);
  if (isPlain) return;
  const excerpt = statement.getText(file).slice(0, 80);
  throw new NotAWorkflow(`It has more than types, functions and constants: ${excerpt}`);
}

function declaredIn(file: typescript.SourceFile): Declared {
  const types = file.statements.filter(
    (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one),
  );
  return new Map(types.map((one) => [one.name.text, one]));
}

/** The comment of the function: the title in its first line, then the description, and `@tags`. */
function wordsOf(main: typescript.FunctionDeclaration) {
  const [comment] = ts.getJSDocCommentsAndTags(main);
  const text = comment ? (ts.getTextOfJSDocComment(comment.comment) ?? "") : "";
  const [title = "", ...paragraphs] = text.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, " ").trim());
  const tag = ts.getJSDocTags(main).find(({ tagName }) => tagName.text === "tags");
  const tags = (ts.getTextOfJSDocComment(tag?.comment) ?? "").split(/[\s,]+/).filter(Boolean);
  if (title === "" || paragraphs.length === 0 || tags.length === 0)
    throw new NotAWorkflow("The comment of its function has no title, no description, or no @tags.");
  return { title: title.replace(/\.$/, ""), description: paragraphs.join(" "), tags };
}

/**
 * The tools that a program calls: `api.name(…)` and `api.all("name", …)`. Any other use of `api` could call something
 * that nobody sees here, so it may only be passed on to a function of the file, whose parameter has the same name.
 */
function callsIn(file: typescript.SourceFile): string[] {
  const functions = new Set(
    file.statements.filter(ts.isFunctionDeclaration).flatMap(({ name }) => (name ? [name.text] : [])),
  );
  const calls = new Set<string>();
  for (const node of nodesIn(file)) {
    if (!ts.isIdentifier(node) || node.text !== "api" || ts.isParameter(node.parent)) continue;
    const found = calledBy(node, functions);
    if (found === undefined) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      throw new NotAWorkflow(`Line ${line + 1} uses api in a way that hides what it calls.`);
    }
    if (found !== PASSED_ON) calls.add(found);
  }
  return [...calls].sort();
}

/** Marks `api` as an argument of a function of the file. */
const PASSED_ON = Symbol("passed on");

function calledBy(
  api: typescript.Identifier,
  functions: ReadonlySet<string>,
): string | typeof PASSED_ON | undefined {
  const { parent } = api;
  if (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression))
    return functions.has(parent.expression.text) ? PASSED_ON : undefined;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== api) return undefined;
  const call = parent.parent;
  if (!ts.isCallExpression(call) || call.expression !== parent) return undefined;
  if (parent.name.text !== "all") return parent.name.text;
  const [tool] = call.arguments;
  return tool && ts.isStringLiteral(tool) ? tool.text : undefined;
}

/** The program without types and exports, which ends with a call of its function. */
function programOf(text: string, main: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      removeComments: true,
      verbatimModuleSyntax: true,
    },
  });
  const body = outputText.replace(/^export \{\};\n?/m, "").replace(/^export (?:default )?/gm, "");
  return `${body.trim()}\nreturn ${main}(api, input);\n`;
}
