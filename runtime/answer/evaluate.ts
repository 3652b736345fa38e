import type { compile } from "@jmespath-community/jmespath";
import { TreeInterpreter, type JSONValue } from "@jmespath-community/jmespath";
import { linearFunctions, takeFunctionSteps } from "./jmespath-functions.js";
import { shallowSteps, takeDeep, type Steps } from "./steps.js";

/** A compiled JMESPath expression. */
export type Expression = ReturnType<typeof compile>;

/** Evaluates an expression. @throws TooMuchWork when the steps are used up, and the library's own errors */
export type Evaluate = (expression: Expression, value: unknown) => unknown;

/**
 * Evaluates expressions and counts their steps, so that their time is limited for every answer. The result counts too:
 * it is never larger than the remaining steps allow.
 */
export function createEvaluate(steps: Steps): Evaluate {
  // Creating one takes as long as many small expressions.
  const interpreter = new CountingInterpreter(steps);
  return (expression, value) => {
    const result = interpreter.search(expression, value as JSONValue);
    takeDeep(result, steps);
    return result;
  };
}

/** The library exports one instance of its interpreter, but not the class. */
const Interpreter = TreeInterpreter.constructor as new () => typeof TreeInterpreter;
type Scope = Parameters<typeof TreeInterpreter.withScope>[0];
type Visited = ReturnType<typeof TreeInterpreter.visit>;

/** Creating an interpreter fills a table of functions. */
const STEPS_OF_A_SCOPE = 300;
const STEPS_OF_A_FUNCTION = 3;

class CountingInterpreter extends Interpreter {
  constructor(private readonly steps: Steps) {
    super();
    const { runtime } = this;
    for (const [name, run] of Object.entries(linearFunctions(steps))) {
      const signature = runtime._functionTable[name]!._signature;
      runtime._functionTable[name] = { _func: run, _signature: signature };
    }
    const callFunction = runtime.callFunction.bind(runtime);
    runtime.callFunction = (name, args) => {
      steps.take(STEPS_OF_A_FUNCTION);
      takeFunctionSteps(name, args, steps);
      const result = callFunction(name, args);
      steps.take(shallowSteps(result));
      return result;
    };
  }

  override visit(node: Expression, value: JSONValue | Expression): Visited {
    this.steps.take(1);
    if (node.type === "Comparator") return this.compare(node, value);
    const result = super.visit(node, value);
    // Slicing a text visits its characters one by one. Flattening is as slow.
    if (node.type === "Slice") this.steps.take(8 * (shallowSteps(value) + shallowSteps(result)));
    if (node.type === "Flatten") this.steps.take(8 * shallowSteps(result));
    return result;
  }

  /**
   * Both sides are counted before the comparison, because comparing two large records takes time in proportion to their
   * size.
   */
  private compare(node: Extract<Expression, { type: "Comparator" }>, value: JSONValue | Expression): Visited {
    const left = this.visit(node.left, value);
    const right = this.visit(node.right, value);
    if (typeof left === "object" && typeof right === "object") takeDeep(left, this.steps);
    const literal = (side: Visited) => ({ type: "Literal", value: side }) as Expression;
    return super.visit({ ...node, left: literal(left), right: literal(right) }, value);
  }

  override withScope(scope: Scope): typeof TreeInterpreter {
    this.steps.take(STEPS_OF_A_SCOPE);
    const inner = new CountingInterpreter(this.steps);
    const plain = super.withScope(scope) as unknown as Record<"_rootValue" | "_scope", unknown>;
    return Object.assign(inner, { _rootValue: plain._rootValue, _scope: plain._scope });
  }
}
