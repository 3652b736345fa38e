import { createRequire } from "node:module";
import type * as tsMorph from "ts-morph";

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
const { Node, Project, SyntaxKind } = createRequire(import.meta.url)("ts-morph") as typeof tsMorph;

const project = new Project({
  useInMemoryFileSystem: true,
  skipLoadingLibFiles: true,
  skipFileDependencyResolution: true,
});

let filesRead = 0;

/**
 * Reads a module as syntax, without running it.
 * @throws NotATool if it has anything but imports and one exported call of `defineTool`
 */
export function readModule(text: string): ReadModule {
  // Each module gets its own source file. Replacing the text of one would update all nodes that were read before.
  const file = project.createSourceFile(`${++filesRead}.ts`, text);
  const [constant, ...others] = file.getVariableDeclarations();
  const isOnlyStatement = file.getStatements().length === file.getImportDeclarations().length + 1;
  if (!constant?.isExported() || others.length > 0 || !isOnlyStatement)
    throw new NotATool("It has more than imports and one exported constant.");
  const members = membersOf(toolLiteral(constant.getInitializer()));
  const input = inputOf(members.get("input"));
  members.delete("input");
  return { exported: constant.getName(), tool: valuesOf(members), input };
}

/** The object in `defineTool<paths>()({…})`. */
function toolLiteral(node: tsMorph.Node | undefined): tsMorph.ObjectLiteralExpression {
  const call = Node.isCallExpression(node) ? node : undefined;
  const [literal] = call?.getArguments() ?? [];
  if (call?.getExpression().getText() === "defineTool<paths>()" && Node.isObjectLiteralExpression(literal))
    return literal;
  throw new NotATool("Its constant is not defineTool<paths>() called with an object.");
}

function inputOf(node: tsMorph.Node | undefined): string[] {
  const call = Node.isCallExpression(node) ? node : undefined;
  const [fields] = call?.getArguments() ?? [];
  if (call?.getExpression().getText() !== "z.strictObject" || !Node.isObjectLiteralExpression(fields))
    throw new NotATool("Its input is not z.strictObject called with an object.");
  const members = membersOf(fields);
  for (const schema of members.values()) requireSchema(schema);
  return [...members.keys()];
}

/**
 * Only calls of zod and of the contract's helpers with plain values are allowed, because the code runs when the module
 * is loaded.
 */
function requireSchema(node: tsMorph.Node): void {
  if (Node.isCallExpression(node)) {
    const callee = node.getExpression();
    if (!HELPERS.has(callee.getText())) requireMethodOfZod(callee);
    node.getArguments().forEach(requireSchema);
  } else if (Node.isArrayLiteralExpression(node)) node.getElements().forEach(requireSchema);
  else if (Node.isObjectLiteralExpression(node)) membersOf(node).forEach((member) => requireSchema(member));
  else valueOf(node);
}

/** Helpers of the runtime's contract for schemas. */
const HELPERS = new Set(["digits", "fileArgument"]);

/** `z.string`, `z.iso.date`, or a method of such a call's result. */
function requireMethodOfZod(node: tsMorph.Node): void {
  if (!Node.isPropertyAccessExpression(node)) throw new NotATool(`Its schema calls ${excerpt(node)}.`);
  const owner = node.getExpression();
  if (Node.isCallExpression(owner)) requireSchema(owner);
  else if (owner.getText() !== "z") requireMethodOfZod(owner);
}

type Members = Map<string, tsMorph.Expression>;

function membersOf(literal: tsMorph.ObjectLiteralExpression): Members {
  return new Map(
    literal.getProperties().map((property) => {
      if (!Node.isPropertyAssignment(property)) throw new NotATool(`It holds ${excerpt(property)}.`);
      return [nameOf(property.getNameNode()), property.getInitializerOrThrow()];
    }),
  );
}

function nameOf(node: tsMorph.Node): string {
  if (Node.isComputedPropertyName(node)) return String(valueOf(node.getExpression()));
  return Node.isIdentifier(node) ? node.getText() : String(valueOf(node));
}

function valuesOf(members: Members): Record<string, unknown> {
  return Object.fromEntries([...members].map(([name, member]) => [name, valueOf(member)]));
}

function valueOf(node: tsMorph.Node): unknown {
  if (Node.isStringLiteral(node)) return node.getLiteralText();
  if (Node.isNumericLiteral(node)) return node.getLiteralValue();
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node)) return Node.isTrueLiteral(node);
  if (Node.isNullLiteral(node)) return null;
  if (Node.isArrayLiteralExpression(node)) return node.getElements().map(valueOf);
  if (Node.isObjectLiteralExpression(node)) return valuesOf(membersOf(node));
  if (Node.isPrefixUnaryExpression(node) && node.getOperatorToken() === SyntaxKind.MinusToken)
    return -Number(valueOf(node.getOperand()));
  throw new NotATool(`It holds ${excerpt(node)}, which is not a plain value.`);
}

function excerpt(node: tsMorph.Node): string {
  return node.getText().slice(0, 80);
}
