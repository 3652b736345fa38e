import { createRequire } from "node:module";
import type * as typescript from "typescript";

/** The contents of a generated module, from its syntax. */
export interface ReadModule {
  /** Name of the one constant that the module exports. */
  readonly exported: string;
  /** The tool's members except its input, as values. */
  readonly tool: Readonly<Record<string, unknown>>;
  /** Names of the arguments in the zod schema. */
  readonly input: readonly string[];
}

/** The syntax is not that of a tool's module. The message says what was found. */
export class NotATool extends Error {}

/** `require` loads this large CommonJS package twice as fast as `import`, which scans it for export names. */
const ts = createRequire(import.meta.url)("typescript") as typeof typescript;

/**
 * Reads a module as syntax, without running it.
 * @throws NotATool if it has anything but imports and one exported call of `defineTool`
 */
export function readModule(text: string): ReadModule {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest);
  const [statement, ...others] = file.statements.filter((one) => !ts.isImportDeclaration(one));
  const constant = statement && others.length === 0 ? exportedConstant(statement) : undefined;
  if (!constant || !ts.isIdentifier(constant.name))
    throw new NotATool("It has more than imports and one exported constant.");
  const reading = new Reading(file);
  const members = reading.membersOf(reading.toolLiteral(constant.initializer));
  const input = reading.inputOf(members.get("input"));
  members.delete("input");
  return { exported: constant.name.text, tool: reading.valuesOf(members), input };
}

function exportedConstant(statement: typescript.Statement): typescript.VariableDeclaration | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const [constant, ...others] = statement.declarationList.declarations;
  return isExported && others.length === 0 ? constant : undefined;
}

type Members = Map<string, typescript.Expression>;

/** Reads the nodes of one file. */
class Reading {
  readonly #file: typescript.SourceFile;

  constructor(file: typescript.SourceFile) {
    this.#file = file;
  }

  /** The object in `defineTool<paths>()({…})`. */
  toolLiteral(node: typescript.Node | undefined): typescript.ObjectLiteralExpression {
    const call = node && ts.isCallExpression(node) ? node : undefined;
    const [literal] = call?.arguments ?? [];
    const isTool = call && this.#textOf(call.expression) === "defineTool<paths>()";
    if (isTool && literal && ts.isObjectLiteralExpression(literal)) return literal;
    throw new NotATool("Its constant is not defineTool<paths>() called with an object.");
  }

  inputOf(node: typescript.Node | undefined): string[] {
    const call = node && ts.isCallExpression(node) ? node : undefined;
    const [fields] = call?.arguments ?? [];
    const isObject = call && this.#textOf(call.expression) === "z.strictObject";
    if (!isObject || !fields || !ts.isObjectLiteralExpression(fields))
      throw new NotATool("Its input is not z.strictObject called with an object.");
    const members = this.membersOf(fields);
    for (const schema of members.values()) this.#requireSchema(schema);
    return [...members.keys()];
  }

  membersOf(literal: typescript.ObjectLiteralExpression): Members {
    return new Map(
      literal.properties.map((property) => {
        if (!ts.isPropertyAssignment(property)) throw new NotATool(`It holds ${this.#excerpt(property)}.`);
        return [this.#nameOf(property.name), property.initializer];
      }),
    );
  }

  valuesOf(members: Members): Record<string, unknown> {
    return Object.fromEntries([...members].map(([name, member]) => [name, this.#valueOf(member)]));
  }

  /**
   * Only calls of zod and of the contract's helpers with plain values are allowed, because the code runs when the module
   * is loaded.
   */
  #requireSchema(node: typescript.Node): void {
    if (ts.isCallExpression(node)) {
      if (!HELPERS.has(this.#textOf(node.expression))) this.#requireMethodOfZod(node.expression);
      node.arguments.forEach((argument) => this.#requireSchema(argument));
    } else if (ts.isArrayLiteralExpression(node)) node.elements.forEach((one) => this.#requireSchema(one));
    else if (ts.isObjectLiteralExpression(node))
      this.membersOf(node).forEach((member) => this.#requireSchema(member));
    else this.#valueOf(node);
  }

  /** `z.string`, `z.iso.date`, or a method of such a call's result. */
  #requireMethodOfZod(node: typescript.Node): void {
    if (!ts.isPropertyAccessExpression(node)) throw new NotATool(`Its schema calls ${this.#excerpt(node)}.`);
    const owner = node.expression;
    if (ts.isCallExpression(owner)) this.#requireSchema(owner);
    else if (this.#textOf(owner) !== "z") this.#requireMethodOfZod(owner);
  }

  #nameOf(node: typescript.PropertyName): string {
    if (ts.isComputedPropertyName(node)) return String(this.#valueOf(node.expression));
    return ts.isIdentifier(node) ? node.text : String(this.#valueOf(node));
  }

  #valueOf(node: typescript.Node): unknown {
    if (ts.isStringLiteral(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text);
    if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
      return node.kind === ts.SyntaxKind.TrueKeyword;
    if (node.kind === ts.SyntaxKind.NullKeyword) return null;
    if (ts.isArrayLiteralExpression(node)) return node.elements.map((one) => this.#valueOf(one));
    if (ts.isObjectLiteralExpression(node)) return this.valuesOf(this.membersOf(node));
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
      return -Number(this.#valueOf(node.operand));
    throw new NotATool(`It holds ${this.#excerpt(node)}, which is not a plain value.`);
  }

  #excerpt(node: typescript.Node): string {
    return this.#textOf(node).slice(0, 80);
  }

  #textOf(node: typescript.Node): string {
    return node.getText(this.#file);
  }
}

/** Helpers of the runtime's contract for schemas. */
const HELPERS = new Set(["digits", "fileArgument"]);
