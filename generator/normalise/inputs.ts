import type { Method } from "../../runtime/contract/tool.js";
import type { Input } from "../model/operation.js";
import type { Shape } from "../model/shape.js";
import { nameArguments } from "./arguments.js";
import { bodyOf, type NormalBody } from "./body.js";
import { withoutDefaults } from "./default.js";
import { parametersOf, type NamelessInput, type ParameterSource } from "./parameters.js";
import { fittingPath } from "./path.js";
import { attempt, MOST_LEVELS, type Reading } from "./reading.js";
import { weightOfFields } from "./weight.js";

/** An argument, or a field of the whole body, that may ask for a credential. */
export type PossibleCredential = Pick<NamelessInput, "in" | "wire" | "prose">;

/** One operation of the document. */
export interface Source extends ParameterSource {
  readonly path: string;
  readonly method: Method;
  /** Whether an argument asks for a credential that the server sends itself. */
  readonly isRepeated: (operation: string, input: PossibleCredential, isOpen: boolean) => boolean;
  /** Called for facts of the document that inputs cannot express. */
  readonly report: (what: string) => void;
}

/** The inputs of an operation. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly body: NormalBody | undefined;
}

type Bounds = Pick<Reading, "levels" | "words">;

/**
 * The inputs at the deepest nesting that stays within `MOST_CHARACTERS`, with shorter descriptions if needed. Deeper
 * schemas are cut and replaced by a note. At level zero without descriptions, nothing more can be cut.
 */
export function boundedInputs(source: Source): Inputs {
  const whole = fitting(source, { levels: MOST_LEVELS, words: 300 });
  if (whole) return whole;
  let found: Inputs | undefined;
  for (let levels = 0; levels <= MOST_LEVELS; levels++) {
    const next = fitting(source, { levels, words: 120 });
    if (!next) break;
    found = next;
  }
  return found ?? inputsOf(source, { levels: 0, words: 0 });
}

/** About 3,000 tokens. */
const MOST_CHARACTERS = 12_000;

/** More fields never fit into `MOST_CHARACTERS`. */
const MOST_SCHEMAS = 2_500;

function fitting(source: Source, bounds: Bounds): Inputs | undefined {
  const found = attempt(() => inputsOf(source, bounds));
  return found && weightOfInputs(found.inputs) <= MOST_CHARACTERS ? found : undefined;
}

function inputsOf(source: Source, bounds: Bounds): Inputs {
  const { document, path, method, raw, isRepeated, report } = source;
  const reading: Reading = { side: "request", files: false, schemas: MOST_SCHEMAS, report, ...bounds };
  const parameters = parametersOf(source, reading);
  const declared = mayHaveBody(method) ? bodyOf(document, raw, reading) : undefined;
  const body =
    declared && method === "PATCH" ? { ...declared, inputs: withoutDefaults(declared.inputs) } : declared;
  if (!mayHaveBody(method) && raw.requestBody !== undefined)
    report(`It declares a request body. ${method} requests can't have one, so it is not sent.`);
  const isOpen = Array.isArray(raw.security) && raw.security.length === 0;
  const fields = body?.whole === undefined ? (body?.inputs ?? []) : [];
  const whole = body?.whole === undefined ? [] : body.inputs;
  const isLeft = (input: PossibleCredential) => !isRepeated(`${method} ${path}`, input, isOpen);
  const given = [...fittingPath(path, parameters), ...fields].filter(isLeft);
  const left = whole.map((input) => ({ ...input, shape: withFields(input.shape, isLeft) }));
  return { inputs: nameArguments([...given, ...left]), body };
}

/** A whole body with only some of its own fields. */
function withFields(shape: Shape, isLeft: (field: PossibleCredential) => boolean): Shape {
  switch (shape.kind) {
    case "record":
      return {
        ...shape,
        fields: shape.fields.filter(({ name, words }) => isLeft({ in: "body", wire: name, prose: words })),
      };
    case "nullable":
      return { ...shape, of: withFields(shape.of, isLeft) };
    case "either":
      return { ...shape, options: shape.options.map((option) => withFields(option, isLeft)) };
    default:
      return shape;
  }
}

/** GET may have a body. HTTP gives it no meaning, but some APIs use one. */
function mayHaveBody(method: Method): boolean {
  return method !== "HEAD" && method !== "TRACE";
}

function weightOfInputs(inputs: readonly Input[]): number {
  return weightOfFields(inputs.map((input) => ({ ...input, name: input.argument, words: input.prose })));
}
