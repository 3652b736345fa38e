import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

export const ROOT = join(import.meta.dirname, "../..");

export interface Import {
  readonly from: string;
  /** A path from the root for our own files, the specifier for packages, `?` for computed imports. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** All imports of the files in a folder. */
export async function importsOf(room: string): Promise<Import[]> {
  if (!existsSync(join(ROOT, room))) return [];
  const names = await readdir(join(ROOT, room), { recursive: true });
  const files = names
    .filter((name) => /(?<!\.d)\.[cm]?tsx?$|\.[cm]?js$/.test(name))
    .map((name) => `${room}/${name}`);
  const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), "utf8")));
  return files.flatMap((file, index) => found(file, texts[index]!));
}

/** All imports in a file's text, in any form. */
export function found(file: string, text: string): Import[] {
  const all: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importAt(node);
    if (one) all.push({ from: file, to: target(file, one.specifier), typeOnly: one.typeOnly });
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return all;
}

function importAt(node: ts.Node): { specifier: ts.Node | undefined; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node))
    return { specifier: node.moduleSpecifier, typeOnly: isTypeImport(node.importClause) };
  if (ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && { specifier: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isExternalModuleReference(node)) return { specifier: node.expression, typeOnly: false };
  if (ts.isImportTypeNode(node)) {
    return {
      specifier: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined,
      typeOnly: true,
    };
  }
  if (ts.isCallExpression(node) && isImporting(node.expression))
    return { specifier: node.arguments[0], typeOnly: false };
  if (ts.isNewExpression(node) && isOwnUrl(node)) return { specifier: node.arguments![0], typeOnly: false };
  return undefined;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((name) => name.isTypeOnly)
  );
}

function isImporting(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}

/** `new URL("../x.js", import.meta.url)`. */
function isOwnUrl({ expression, arguments: given }: ts.NewExpression): boolean {
  const base = given?.[1];
  return (
    ts.isIdentifier(expression) &&
    expression.text === "URL" &&
    !!base &&
    ts.isPropertyAccessExpression(base) &&
    ts.isMetaProperty(base.expression)
  );
}

function target(file: string, specifier: ts.Node | undefined): string {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return "?";
  if (!specifier.text.startsWith(".")) return specifier.text;
  const path = relative(ROOT, join(ROOT, dirname(file), specifier.text));
  const written = [".ts", ".tsx", ".d.ts"].map((end) => path.replace(/\.js$/, end));
  return existsSync(join(ROOT, path))
    ? path
    : (written.find((name) => existsSync(join(ROOT, name))) ?? written[0]!);
}
