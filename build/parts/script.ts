import ts from "typescript";
import type { Edit } from "../rewritten.js";

/**
 * Makes a script of a bundled ES module: a function that gets what the module imports and fills an object with what it
 * exports. Node loads scripts faster than modules, and keeps their compiled code. `load.ts` calls the function.
 *
 * An exported variable is read when its part has run, and its importers before they run. So a part must give its exported
 * variables their values while it runs, and no two parts may import each other.
 * @throws Error for code that a script cannot express
 */
export function asScript(source: ts.SourceFile): readonly Edit[] {
  const imports: string[] = [];
  const exports: string[] = [];
  const edits: Edit[] = [];
  const replace = (node: ts.Node, text: string) =>
    edits.push({ from: node.getStart(source), to: node.end, text });
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) imports.push(requiring(statement));
    else if (ts.isExportDeclaration(statement)) exports.push(...assigning(statement));
    else continue;
    replace(statement, "");
  }
  function look(node: ts.Node): void {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      replace(node.expression, NAMES.dynamic);
      if (name && ts.isStringLiteral(name)) replace(name, JSON.stringify(scriptName(name.text)));
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      replace(node, NAMES.meta);
    ts.forEachChild(node, look);
  }
  look(source);
  for (const name of Object.values(NAMES))
    if (source.text.includes(name)) throw new Error(`The bundle has a name of its loader: ${name}.`);
  const head = `"use strict";(function({${GIVEN.join()}}){${imports.join("")}`;
  const end = source.text.length;
  return [{ from: 0, to: 0, text: head }, ...edits, { from: end, to: end, text: `${exports.join("")}})` }];
}

/** What a script is given, by its own names for it, which no bundled code has. */
const NAMES = {
  exports: "part$exports",
  load: "part$load",
  dynamic: "part$import",
  meta: "part$meta",
} as const;

/** `require` has the name that libraries in CommonJS use. */
const GIVEN = ["require", ...Object.entries(NAMES).map(([key, name]) => `${key}:${name}`)];

/** The file of a part's script; other names stay as they are. */
export function scriptName(module: string): string {
  return module.startsWith("./") ? module.replace(/\.mjs$/, ".js") : module;
}

function requiring({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const name = (moduleSpecifier as ts.StringLiteral).text;
  const module = `${name.startsWith("./") ? NAMES.load : "require"}(${JSON.stringify(scriptName(name))})`;
  const { name: whole, namedBindings: named } = importClause ?? {};
  if (!whole && !named) return `${module};`;
  // A package in CommonJS has no other default than itself, nor has a module of Node.
  const all = whole ?? (named && ts.isNamespaceImport(named) ? named.name : undefined);
  if (all && name.startsWith("./")) throw new Error(`A part imports all of ${name}.`);
  const parts = named && ts.isNamedImports(named) ? named.elements.map(propertyOf) : [];
  const several = parts.length > 0 ? [`{${parts.join()}}=${all?.text ?? module}`] : [];
  return `const ${[...(all ? [`${all.text}=${module}`] : []), ...several].join()};`;
}

function propertyOf({ propertyName, name }: ts.ImportSpecifier): string {
  return propertyName ? `${propertyName.text}:${name.text}` : name.text;
}

function assigning({ exportClause, moduleSpecifier }: ts.ExportDeclaration): readonly string[] {
  if (moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause))
    throw new Error("A part exports what another part exports.");
  return exportClause.elements.map(
    ({ propertyName, name }) => `;${NAMES.exports}.${name.text}=${(propertyName ?? name).text}`,
  );
}
