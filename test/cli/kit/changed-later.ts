import ts from "typescript";

/**
 * The exported variables that functions of a part's script assign. Importers would not see the change. A function that
 * the part itself calls while it runs does not count: `var f=init(()=>{…});f()`.
 */
export function changedLater(script: string): readonly string[] {
  const exported = new Set([...script.matchAll(/part\$exports\.\w+=([\w$]+)/g)].map(([, name]) => name!));
  const source = ts.createSourceFile("part.js", script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const called = calledWhileRunning(source);
  const found = new Set<string>();
  function look(node: ts.Node, functions: readonly ts.Node[]): void {
    if (ts.isVariableDeclaration(node) && functions.length === 1 && called.has(node.name.getText())) return;
    for (const target of targetsOf(node))
      if (
        exported.has(target) &&
        functions.length > 1 &&
        !functions.slice(1).some((one) => declares(one, target))
      )
        found.add(target);
    const within = ts.isFunctionLike(node) ? [...functions, node] : functions;
    ts.forEachChild(node, (child) => look(child, within));
  }
  look(source, []);
  return [...found];
}

/** The names of functions that the part calls without arguments while it runs, and that these call. */
function calledWhileRunning(source: ts.SourceFile): ReadonlySet<string> {
  const declared = new Map<string, ts.Node>();
  const called = new Set<string>();
  function look(node: ts.Node, depth: number): void {
    if (ts.isVariableDeclaration(node) && depth === 1 && ts.isIdentifier(node.name))
      declared.set(node.name.text, node);
    const name = depth === 1 && ts.isExpressionStatement(node) && calleeOf(node.expression);
    if (name) called.add(name);
    if (depth < 2) ts.forEachChild(node, (child) => look(child, depth + (ts.isFunctionLike(node) ? 1 : 0)));
  }
  look(source, 0);
  function follow(node: ts.Node): void {
    const name = calleeOf(node);
    if (name) called.add(name);
    ts.forEachChild(node, follow);
  }
  // A set yields what is added meanwhile, too.
  for (const name of called) if (declared.has(name)) follow(declared.get(name)!);
  return called;
}

function calleeOf(node: ts.Node): string | undefined {
  const isPlain =
    ts.isCallExpression(node) && node.arguments.length === 0 && ts.isIdentifier(node.expression);
  return isPlain ? node.expression.text : undefined;
}

/** The variables that an expression assigns, without those in patterns. */
function targetsOf(node: ts.Node): readonly string[] {
  const isChange = (operator: ts.SyntaxKind) =>
    operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return namesIn(node.left);
  if (ts.isPrefixUnaryExpression(node) && isChange(node.operator)) return namesIn(node.operand);
  if (ts.isPostfixUnaryExpression(node) && isChange(node.operator)) return namesIn(node.operand);
  return [];
}

function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

function namesIn(target: ts.Node): readonly string[] {
  return ts.isIdentifier(target) ? [target.text] : [];
}

/** Whether a function has a parameter or variable of this name, at any depth. */
function declares(scope: ts.Node, name: string): boolean {
  let isFound = false;
  function look(node: ts.Node): void {
    const declared =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node);
    if (declared && node.name && ts.isIdentifier(node.name) && node.name.text === name) isFound = true;
    if (!isFound) ts.forEachChild(node, look);
  }
  look(scope);
  return isFound;
}
