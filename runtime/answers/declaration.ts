import type { Answers, AnswerType, RecordType } from "../contract/answers.js";
import type { ListedTool } from "../contract/catalogue.js";
import { ArgumentsPrinter, inComment, keyText } from "./declared-arguments.js";
import { viewedFields, type ViewedFields } from "./viewed-fields.js";
import { nameIn, openType, wholeTypeOf, type OpenType, type Scalar } from "./types.js";

/** Options of declarations. */
export interface DeclarationOptions {
  /**
   * Types with a name are declared this many levels below an answer. Of large ones further below, only the fields that
   * distinguish their values are shown.
   */
  readonly levels?: number;
  /**
   * How many of the tools are shown in full: with the type of their answer, their whole description, and words for their
   * arguments. The types of the others are only named. Absent, all types are declared, and no words explain arguments.
   */
  readonly inFull?: number;
  /** Names of types to declare whole, next to the tools. */
  readonly types?: readonly string[];
}

const USUAL_LEVELS = 1;

/** A type with no more fields is declared at any level. */
const FEW_FIELDS = 6;

const IDENTIFYING = new Set(["id", "name", "title", "slug", "email", "number", "type", "state", "status"]);

/** The level of types that are only named. */
const ONLY_NAMED = Infinity;

/**
 * TypeScript of tools, for a program that calls them: one method with a line of words for each, then each type with a
 * name once. A field with `?` may be missing or null.
 */
export function declarationsOf(
  tools: readonly ListedTool[],
  answers: Answers,
  { levels = USUAL_LEVELS, inFull, types = [] }: DeclarationOptions = {},
): string {
  const shown = tools.slice(0, inFull ?? 0).map(({ name }) => name);
  const printer = new Printer(answers, levels, viewedFields(answers, shown, types));
  const inputs = new ArgumentsPrinter();
  const methods = tools.map((tool, at) => {
    const isExplained = inFull !== undefined && at < inFull;
    const args = inputs.text(tool, isExplained);
    const type = printer.type(wholeTypeOf(answers, tool.name), levelOf(at, inFull, levels));
    const words = isExplained ? tool.description : firstSentence(tool.description);
    return `  /** ${inComment(words)} */\n  ${tool.name}(${args}): Promise<${type}>;`;
  });
  for (const type of types) printer.type(`#${type}`, 0);
  const definitions = printer.definitions();
  const api = methods.length > 0 || types.length === 0 ? ["interface Api {", ...methods, "}"] : [];
  return [...api, ...definitions, ...undeclared(printer.named)].join("\n");
}

/** Of the best tool's answer, the types inside are declared too. */
function levelOf(at: number, inFull: number | undefined, levels: number): number {
  if (inFull === undefined || at === 0) return 0;
  return at < inFull ? levels : ONLY_NAMED;
}

function undeclared(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`// Not declared here: ${names.join(", ")}. Search for the name of a type to see it.`];
}

class Printer {
  readonly #answers: Answers;
  readonly #levels: number;
  readonly #viewed: ViewedFields;
  /** Names to declare, with their level. */
  readonly #waiting = new Map<string, number>();
  readonly #named = new Set<string>();

  /** @param viewed fields in the views of the tools, by the name of their type; all others only name their types */
  constructor(answers: Answers, levels: number, viewed: ViewedFields) {
    this.#answers = answers;
    this.#levels = levels;
    this.#viewed = viewed;
  }

  /** Types that were named, but not declared. */
  get named(): readonly string[] {
    return [...this.#named].filter((name) => !this.#waiting.has(name));
  }

  /** @param level the level of the types with a name in it */
  type(type: AnswerType, level: number): string {
    const open = openType(this.#answers, type);
    const name = nameIn(type);
    if (name === undefined || open.kind !== "record") return this.#open(open, level);
    if (level === ONLY_NAMED) {
      this.#named.add(name);
      return name;
    }
    if (level > this.#levels && Object.keys(open.fields).length > FEW_FIELDS) return this.#known(open);
    this.#waiting.set(name, Math.min(level, this.#waiting.get(name) ?? level));
    return name;
  }

  /** Of a large type that is not declared, only the fields that distinguish its values. */
  #known({ fields, required }: RecordType): string {
    const names = Object.keys(fields).filter((name) => IDENTIFYING.has(name));
    if (names.length === 0) return "object";
    const known = Object.fromEntries(names.map((name) => [name, fields[name]!]));
    const text = this.#record({ fields: known, required }, ONLY_NAMED);
    return text.replace(/ }$/, " /* more */ }");
  }

  /** The declarations of the named types that were used, and of those that they use. */
  definitions(): string[] {
    const texts: string[] = [];
    const done = new Set<string>();
    for (let left = this.#next(done); left !== undefined; left = this.#next(done)) {
      const [name, level] = left;
      done.add(name);
      const open = openType(this.#answers, `#${name}`);
      const text =
        open.kind === "record"
          ? this.#record(open, level + 1, this.#viewed.get(name))
          : this.#open(open, level + 1);
      texts.push(`interface ${name} ${text}`);
    }
    return texts;
  }

  #next(done: ReadonlySet<string>): readonly [string, number] | undefined {
    return [...this.#waiting].find(([name]) => !done.has(name));
  }

  #open(open: OpenType, level: number): string {
    switch (open.kind) {
      case "scalar":
        return scalarTexts[open.scalar];
      case "choice":
        return open.values.map((value) => JSON.stringify(value)).join(" | ");
      case "list": {
        const of = this.type(open.of, level);
        return of.includes(" | ") && !of.startsWith("{") ? `(${of})[]` : `${of}[]`;
      }
      case "either":
        return open.options.map((option) => this.type(option, level)).join(" | ");
      case "record":
        return this.#record(open, level);
    }
  }

  #record({ fields, required = [], rest }: RecordType, level: number, viewed?: ReadonlySet<string>): string {
    const lines = Object.entries(fields).map(([name, type]) => {
      const open = openType(this.#answers, type);
      const mayLack = open.isNull || !required.includes(name);
      const below = viewed && !viewed.has(name) ? ONLY_NAMED : level;
      return `${keyText(name)}${mayLack ? "?" : ""}: ${this.type(type, below)};${noteOf(open)}`;
    });
    if (lines.length === 0) return rest === undefined ? "{}" : "Record<string, any>";
    return `{ ${[...lines, ...(rest === undefined ? [] : ["[name: string]: any;"])].join(" ")} }`;
  }
}

const scalarTexts: Readonly<Record<Scalar, string>> = {
  text: "string",
  date: "string",
  "date-time": "string",
  integer: "number",
  digits: "number | string",
  number: "number",
  flag: "boolean",
  anything: "any",
};

/** What the TypeScript type of a scalar does not say. */
function noteOf(open: OpenType): string {
  if (open.kind !== "scalar") return "";
  const format = open.scalar === "date" || open.scalar === "date-time" ? open.scalar : open.unit;
  return format === undefined ? "" : ` /* ${format} */`;
}

function firstSentence(description: string): string {
  const [first = ""] = description.split(/(?<=\.) /, 1);
  return first;
}
