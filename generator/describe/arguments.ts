import { inOrder, type Field, type Shape } from "../model/shape.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Input, Operation } from "../model/operation.js";
import type { PageRule } from "./surface.js";
import { argumentWordsOf, type CommonWords, type PartialWords } from "./words.js";
import { didYouMean } from "./did-you-mean.js";
import { plain } from "./plain.js";
import type { Place } from "./relation.js";

/** Where the words of arguments come from. */
interface WordSources {
  /** The operation's own descriptions, if it has any. */
  readonly words: PartialWords | undefined;
  readonly common: CommonWords;
  /** The source of an argument's values, such as `From list_severities (slug).`, or an empty text. */
  readonly sourceOf: (place: Place, argument: string) => string | undefined;
}

interface Describing extends WordSources {
  readonly place: Place;
  /** Collects the paths of all arguments, to find descriptions of arguments that don't exist. */
  readonly seen: Set<string>;
}

/** The arguments of a tool with their descriptions. `limit` and `cursor` replace the paging inputs. */
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
    reportIgnored(sources.words, seen, problems);
  }
  return inOrder([...fields, ...(page ? pageArguments(page, operation) : [])]);
}

/** The request names that `limit` and `cursor` replace. */
export function replacedBy(page: PageRule): Set<string> {
  const size = page.size === undefined ? [] : [page.size];
  switch (page.style) {
    case "page":
      return new Set([page.page, ...size]);
    case "cursor":
      return new Set([page.cursor, ...size]);
    case "offset":
      return new Set([page.start, ...size]);
    // The id or time to start after is also a filter, so it stays an argument.
    case "after":
    case "link":
      return new Set(size);
  }
}

function pageArguments(page: PageRule, operation: Operation): Field[] {
  const size =
    page.size === undefined ? undefined : operation.inputs.find((input) => input.wire === page.size);
  const usual = size?.default ?? page.usual;
  return [
    {
      name: "limit",
      required: false,
      shape: { kind: "number", integer: true, minimum: 1 },
      ...(usual === undefined ? {} : { default: usual }),
      words: isKnownMost(page, size) ? `Over ${page.most} takes several requests.` : "Items to return.",
    },
    {
      name: "cursor",
      required: false,
      shape: { kind: "text" },
      words: "From next_cursor.",
    },
  ];
}

/** Whether the API or a person says how many items a page may have. Otherwise it is a guess. */
function isKnownMost({ usual }: PageRule, size: Input | undefined): boolean {
  return usual !== undefined || (size?.shape.kind === "number" && size.shape.maximum !== undefined);
}

/** Headers and cookies are described together with query parameters. */
function placeOf({ in: place }: Input): Place {
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
    argumentWordsOf(describing.common[describing.place]?.[input.argument]).words,
  );
}

function describeField(field: Field, path: string, describing: Describing, common?: string): Field {
  describing.seen.add(path);
  const { words: own, choices } = argumentWordsOf(describing.words?.arguments?.[path]);
  const said = own ?? common ?? (field.words === undefined ? undefined : plain(field.words));
  const words = [said, ignoredWords(describing.words, path), describing.sourceOf(describing.place, path)]
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

/** A text becomes a choice if the description lists the allowed values. */
function withChoices(shape: Shape, values: readonly string[]): Shape {
  if (shape.kind === "nullable") return { ...shape, of: withChoices(shape.of, values) };
  if (shape.kind === "list") return { ...shape, of: withChoices(shape.of, values) };
  return { kind: "choice", values };
}

function reportStrangers(words: PartialWords, seen: ReadonlySet<string>, problems: ProblemList): void {
  for (const path of Object.keys(words.arguments ?? {})) {
    if (seen.has(path)) continue;
    problems.error(
      "unknown-argument",
      words.at + pointer("arguments", path),
      `${words.name ?? "The operation"} takes no argument ${path}.`,
      didYouMean(path, seen),
    );
  }
}

/** When the API ignores an argument. */
function ignoredWords(words: PartialWords | undefined, path: string): string | undefined {
  const rule = words?.ignored_arguments?.[path];
  if (rule === undefined) return undefined;
  const values = rule.with ? `, or with ${rule.without} ${rule.with.join(" or ")}` : "";
  return `Ignored without ${rule.without}${values}.`;
}

function reportIgnored(words: PartialWords, seen: ReadonlySet<string>, problems: ProblemList): void {
  for (const [name, { without }] of Object.entries(words.ignored_arguments ?? {})) {
    const stranger = [name, without].find((one) => !seen.has(one));
    if (stranger === undefined) continue;
    const at = words.at + pointer("ignored_arguments", name);
    problems.error(
      "unknown-argument",
      at,
      `${words.name} takes no argument ${stranger}.`,
      didYouMean(stranger, seen),
    );
  }
}

/** A former name must lead to an argument of the same object, and must not be an argument itself. */
function reportFormer(words: PartialWords, seen: ReadonlySet<string>, problems: ProblemList): void {
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
      problems.error("former-argument-elsewhere", at, what, "name two arguments of one object");
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}
