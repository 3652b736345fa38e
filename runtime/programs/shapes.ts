import { nameIn, openType, wholeTypeOf } from "../answers/types.js";
import type { Answers, AnswerType } from "../contract/answers.js";
import type { Shape } from "./guest/guard.js";

/** More types than this are not sent to a program. What is nested deeper is not checked. */
const MOST_SHAPES = 2_000;

/** The types of a tool's answer as the program's guard reads them, as JSON; undefined if nothing is known. */
export function shapesOf(answers: Answers, tool: string): string | undefined {
  const shapes: (Shape | undefined)[] = [];
  const numbers = new Map<string, number>();

  function numberOf(type: AnswerType): number {
    const name = nameIn(type);
    const known = name === undefined ? undefined : numbers.get(name);
    if (known !== undefined) return known;
    const open = openType(answers, type);
    if (open.kind === "scalar" || open.kind === "choice" || shapes.length >= MOST_SHAPES) return 0;
    const number = shapes.push(undefined);
    if (name !== undefined) numbers.set(name, number);
    shapes[number - 1] = shapeOf(open);
    return number;
  }

  function shapeOf(open: Exclude<ReturnType<typeof openType>, { kind: "scalar" | "choice" }>): Shape {
    switch (open.kind) {
      case "list":
        return { l: numberOf(open.of) };
      case "either":
        return { e: open.options.map(numberOf) };
      case "record": {
        const fields = Object.entries(open.fields).map(([name, type]) => [name, numberOf(type)] as const);
        return { r: Object.fromEntries(fields), ...(open.rest === undefined ? {} : { any: true }) };
      }
    }
  }

  return numberOf(wholeTypeOf(answers, tool)) === 0 ? undefined : JSON.stringify(shapes);
}
