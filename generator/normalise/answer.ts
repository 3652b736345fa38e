import type { Operation } from "../model/operation.js";
import type { Shape } from "../model/shape.js";
import { record, resolve, type Raw } from "./raw.js";
import { attempt, type Reading } from "./reading.js";
import { shapeOf } from "./schema.js";

/** The successful answer; undefined if the contract does not define it, or it is unreadable. */
export function answerOf(document: Raw, operation: Raw, levels: number): Operation["answer"] {
  try {
    const responses = record(operation.responses);
    const contents = Object.keys(responses)
      .filter((code) => code.startsWith("2"))
      .map((code) => record(resolve(document, responses[code]).content));
    const content = contents.find((types) => jsonOf(types) !== undefined) ?? {};
    const type = jsonOf(content);
    return type === undefined ? undefined : answerShape(document, record(content[type]).schema ?? {}, levels);
  } catch {
    return undefined;
  }
}

function answerShape(document: Raw, schema: unknown, levels: number): Shape | undefined {
  const reading: Reading = {
    side: "answer",
    files: false,
    levels,
    schemas: 20_000,
    words: 0,
    report: () => {},
  };
  const whole = attempt(() => shapeOf(document, schema, reading));
  return whole ?? attempt(() => shapeOf(document, schema, { ...reading, levels: 0 }));
}

function jsonOf(content: Raw): string | undefined {
  return Object.keys(content).find((name) => name.includes("json"));
}
