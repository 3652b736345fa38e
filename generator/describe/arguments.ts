import { inOrder, type Field, type Shape } from "../model/shape.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Input, Operation } from "../model/operation.js";
import type { PageRule } from "./surface.js";
import type { CommonWords, Words } from "./words.js";
import { didYouMean } from "./did-you-mean.js";
import { plain } from "./plain.js";

type ArgumentPlace = "path" | "query" | "body";

/** Where the words of arguments come from. */
interface WordSources {
  /** The words of the operation, where it has any. */
  readonly words: Words | undefined;
  readonly common: CommonWords;
  /** Where an argument's values come from: `From list_severities (slug).`, or nothing. */
  readonly sourceOf: (place: ArgumentPlace, argument: string) => string | undefined;
}

interface Describing extends WordSources {
  readonly place: ArgumentPlace;
  /** Paths of arguments that exist, collected on the way, to find words for arguments that don't exist. */
  readonly seen: Set<string>;
}

/** The arguments of a tool with their words: every input but those that paging replaces, and `limit` and `cursor`. */
export function describeArguments(
  operation: Operation,
  page: PageRule | undefined,
  sources: WordSources,
  problems: ProblemList,
): Field[] {
  const seen = new Set<string>();
  const replaced = page ? replacedBy(page) : new Set<string>();
  const fields = operation.inputs
    .filter((input) => !(input.in === "query" && replaced.has(input.wire)))
    .map((input) => describeInput(input, { ...sources, place: placeOf(input), seen }));
  if (sources.words) {
    reportStrangers(sources.words, seen, problems);
    reportFormer(sources.words, seen, problems);
  }
  return inOrder([...fields, ...(page ? pageArguments(page, operation) : [])]);
}

/** The wire names that `limit` and `cursor` stand for. */
export function replacedBy(page: PageRule): Set<string> {
  switch (page.style) {
    case "page":
      return new Set([page.page, page.size]);
    case "cursor":
      return new Set([page.cursor, page.size]);
    case "offset":
      return new Set([page.start, page.size]);
    // The id or time to start after is also a filter in its own right, so it stays.
    case "after":
      return new Set(page.size === undefined ? [] : [page.size]);
  }
}

function pageArguments(page: PageRule, operation: Operation): Field[] {
  const size =
    page.size === undefined ? undefined : operation.inputs.find((input) => input.wire === page.size);
  return [
    {
      name: "limit",
      required: false,
      shape: { kind: "number", integer: true, minimum: 1 },
      words: `Items to return${size?.default === undefined ? "" : `; ${String(size.default)} by default`}.`,
    },
    { name: "cursor", required: false, shape: { kind: "text" }, words: "next_cursor of the answer before." },
  ];
}

/** Words of headers and cookies stand with those of the query. */
function placeOf({ in: place }: Input): ArgumentPlace {
  return place === "header" || place === "cookie" ? "query" : place;
}

function describeInput(input: Input, describing: Describing): Field {
  return describeField(
    {
      name: input.argument,
      required: input.required,
      shape: input.shape,
      words: input.prose,
      default: input.default,
      ...(input.hidden ? { hidden: input.hidden } : {}),
    },
    input.argument,
    describing,
    describing.common[describing.place]?.[input.argument],
  );
}

function describeField(field: Field, path: string, describing: Describing, common?: string): Field {
  describing.seen.add(path);
  const given = describing.words?.arguments?.[path];
  const { words: own, choices } =
    typeof given === "string" ? { words: given, choices: undefined } : (given ?? {});
  const said = own ?? common ?? (field.words === undefined ? undefined : plain(field.words));
  const words = [said, describing.sourceOf(describing.place, path)]
    .filter((text) => text !== undefined && text !== "")
    .join(" ");
  const shape = describeShape(choices ? withChoices(field.shape, choices) : field.shape, path, describing);
  return { ...field, shape, words: words === "" ? undefined : words };
}

function describeShape(shape: Shape, path: string, describing: Describing): Shape {
  const inner = (of: Shape, at: string) => describeShape(of, at, describing);
  switch (shape.kind) {
    case "list":
      return { ...shape, of: inner(shape.of, `${path}[]`) };
    case "nullable":
      return { ...shape, of: inner(shape.of, path) };
    case "either":
      return { ...shape, options: shape.options.map((option) => inner(option, path)) };
    case "record":
      return {
        ...shape,
        fields: inOrder(
          shape.fields.map((field) => describeField(field, `${path}.${field.name}`, describing)),
        ),
        rest: shape.rest && inner(shape.rest, `${path}.*`),
      };
    case "text":
    case "choice":
    case "number":
    case "flag":
    case "file":
    case "anything":
      return shape;
  }
}

/** A text whose values the contract leaves open, closed by the words. */
function withChoices(shape: Shape, values: readonly string[]): Shape {
  if (shape.kind === "nullable") return { ...shape, of: withChoices(shape.of, values) };
  if (shape.kind === "list") return { ...shape, of: withChoices(shape.of, values) };
  return { kind: "choice", values };
}

function reportStrangers(words: Words, seen: ReadonlySet<string>, problems: ProblemList): void {
  for (const path of Object.keys(words.arguments ?? {})) {
    if (seen.has(path)) continue;
    problems.error(
      "unknown-argument",
      words.at + pointer("arguments", path),
      `${words.name} takes no argument ${path}.`,
      didYouMean(path, seen),
    );
  }
}

/** A former name must lead to an argument beside it, and must not be an argument itself. */
function reportFormer(words: Words, seen: ReadonlySet<string>, problems: ProblemList): void {
  for (const [former, { now }] of Object.entries(words.former_arguments ?? {})) {
    const at = words.at + pointer("former_arguments", former);
    if (seen.has(former)) {
      const what = `${words.name} takes an argument ${former} today, so it can't be the former name of ${now}.`;
      problems.error("former-argument-taken", at, what, `delete ${former} from former_arguments`);
    } else if (!seen.has(now)) {
      const what = `${words.name} takes no argument ${now}.`;
      problems.error("unknown-argument", at, what, didYouMean(now, seen));
    } else if (parentOf(former) !== parentOf(now)) {
      const what = `${former} and ${now} are not in the same object.`;
      problems.error("former-argument-elsewhere", at, what, "name two arguments beside each other");
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}
