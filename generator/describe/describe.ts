import type { Operation } from "../model/operation.js";
import type { ProblemList } from "../model/problem.js";
import type { Tool } from "../model/tool.js";
import { accessOf, hintsOf } from "./access.js";
import { loadAsks } from "./asks.js";
import { describeArguments } from "./arguments.js";
import { didYouMean } from "./did-you-mean.js";
import { managedName, proposeNames, snakeCase } from "./naming.js";
import { clipped, plain } from "./plain.js";
import { pollOf } from "./poll.js";
import { withOwnInputs } from "./own-inputs.js";
import { plainArguments } from "./relations-check.js";
import { reportUntraced } from "./relations-lint.js";
import { loadRelations, sourceSentence, type Relations } from "./relations.js";
import type { Relation } from "./relation.js";
import { pageRuleOf, requestPlan } from "./request.js";
import type { PageRule } from "./surface.js";
import { loadCommonWords, loadWords, type CommonWords, type PartialWords, type SourceFile } from "./words.js";

/** The files with an API's descriptions, which people write. */
export interface WordSources {
  readonly words: readonly SourceFile[];
  readonly common?: SourceFile;
  readonly relations?: SourceFile;
  readonly asks?: readonly SourceFile[];
  /** Names of operations that have no words file, by `METHOD /path`. */
  readonly names?: ReadonlyMap<string, string>;
  /** Words that replace some of the document's, where there is no words file. */
  readonly overrides?: ReadonlyMap<string, PartialWords>;
}

/** What a tool needs to know of the API: the name within managed names, and how lists are cut into pages. */
export interface Presenting {
  readonly product: string;
  readonly paging: readonly PageRule[];
}

interface Context {
  readonly names: ReadonlyMap<string, string>;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly common: CommonWords;
  readonly relations: Relations;
  readonly asks: ReadonlyMap<string, readonly string[]>;
  readonly surface: Presenting;
  readonly problems: ProblemList;
}

/** Joins operations and descriptions into tools, by name. A description without an operation is a problem. */
export function describe(
  given: readonly Operation[],
  sources: WordSources,
  surface: Presenting,
  problems: ProblemList,
): Tool[] {
  const words = loadWords(sources.words, problems);
  const common = sources.common ? loadCommonWords(sources.common, problems) : {};
  reportUnknown(words, given, problems);
  const operations = withOwnInputs(given, words, common, problems);
  const pinned = new Map([
    ...(sources.names ?? []),
    ...[...words].map(([key, { name }]) => [key, name] as const),
  ]);
  const undescribed = operations.filter((operation) => !pinned.has(operation.key));
  const names = new Map([...pinned, ...proposeNames(undescribed, new Set(pinned.values()))]);
  const context: Context = {
    names,
    operations: new Map(operations.map((operation) => [operation.key, operation])),
    common,
    relations: sources.relations
      ? readRelations(sources.relations, operations, sources.overrides !== undefined, problems)
      : NO_RELATIONS,
    asks: loadAsks(sources.asks ?? [], new Set(names.values()), problems),
    surface,
    problems,
  };
  const tools = operations.map((operation) => {
    const { key } = operation;
    return toolOf(operation, words.get(key) ?? sources.overrides?.get(key), context);
  });
  return withManagedNames(tools, surface.product).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** If `relations.yaml` could not be read, nothing is reported, to avoid a problem for each argument. */
function readRelations(
  file: SourceFile,
  operations: readonly Operation[],
  isPartial: boolean,
  problems: ProblemList,
): Relations {
  const relations = loadRelations(file.text, file.at, operations, problems);
  // Only an API that a person describes as a whole must say where each id comes from.
  if (relations.all.length > 0 && !isPartial) reportUntraced(operations, relations, file.at, problems);
  return relations;
}

const NO_RELATIONS: Relations = { all: [], find: () => undefined, excuse: () => undefined };

function toolOf(operation: Operation, words: PartialWords | undefined, context: Context): Tool {
  const name = context.names.get(operation.key)!;
  const rule = pageRuleOf(operation, context.surface.paging);
  const group = words?.group ?? groupOf(operation);
  const poll = words?.poll === undefined ? undefined : readPoll(operation, words, context);
  const description = words?.description?.trim() ?? proseOf(operation);
  return {
    name,
    title: words?.title ?? titleOf(operation, name),
    description: poll ? `${description} ${poll.says}` : description,
    group,
    tags: [...new Set([group, ...(words?.tags ?? [])])],
    access: accessOf(name, operation, words),
    hints: hintsOf(operation, words),
    aliases: words?.aliases ?? [],
    ...formerArgumentsOf(words),
    ...(words?.ignored_arguments ? { ignoredArguments: words.ignored_arguments } : {}),
    arguments: describeArguments(
      operation,
      rule,
      {
        words,
        common: context.common,
        sourceOf: (place, argument) => {
          const relation = context.relations.find(operation.key, place, argument);
          return relation && sourceSentence(relation, (key) => context.names.get(key));
        },
      },
      context.problems,
    ),
    request: requestPlan(operation, rule),
    asks: context.asks.get(name) ?? [],
    poll: poll?.plan,
    view: words?.view,
    origins: originsOf(operation, context.relations),
    operation,
    described: words?.name !== undefined,
  };
}

/** Names that calls may use too: those of former days, and the API's own. */
function formerArgumentsOf(words: PartialWords | undefined): Pick<Tool, "formerArguments"> {
  const api = Object.entries(words?.argument_names ?? {}).map(([was, now]) => [was, { now }] as const);
  const all = { ...words?.former_arguments, ...Object.fromEntries(api) };
  return Object.keys(all).length > 0 ? { formerArguments: all } : {};
}

function originsOf(operation: Operation, relations: Relations): Map<string, Relation> {
  const found = plainArguments(operation).flatMap(({ place, path }) => {
    const relation = relations.find(operation.key, place, path);
    return relation ? [[path, relation] as const] : [];
  });
  return new Map(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function readPoll(operation: Operation, words: PartialWords, { names, operations, problems }: Context) {
  return pollOf(words.poll, {
    at: words.at,
    operation,
    nameOf: (key) => names.get(key),
    operations,
    problems,
  });
}

/** An API without descriptions files uses its own document's summaries, cleaned. */
function proseOf(operation: Operation): string {
  const { summary, description } = operation.prose ?? {};
  const said = [summary, description].filter((text) => text !== undefined).map(plain);
  const distinct = said[1]?.startsWith(said[0]!) ? said.slice(1) : said;
  const text = distinct.map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
  return text === "" ? `Calls ${operation.method} ${plain(operation.path)}.` : clipped(text, MOST_PROSE);
}

/** Maximum length of a description from the document, about 150 tokens. */
const MOST_PROSE = 600;

function titleOf(operation: Operation, name: string): string {
  const summary = plain(operation.prose?.summary ?? "").replace(/\.$/, "");
  if (summary !== "" && summary.length <= 60) return summary;
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The group of an operation that no words file puts into one: its first tag, or the first word of its path. */
export function groupOf(operation: Operation): string {
  const firstSegment = operation.path
    .split("/")
    .find((segment) => segment !== "" && !segment.startsWith("{"));
  return snakeCase(plain(operation.tags[0] ?? "")) || snakeCase(firstSegment ?? "") || "general";
}

/** Managed names are aliases. One that is already taken by another tool is skipped. */
function withManagedNames(tools: readonly Tool[], product: string): Tool[] {
  const taken = new Set(tools.flatMap((tool) => [tool.name, ...tool.aliases]));
  return tools.map((tool) => {
    const last = tool.operation.path.split("/").at(-1) ?? "";
    const managed = managedName(tool.name, tool.access, pointsAtOne(last, tool), product);
    if (managed === undefined || taken.has(managed)) return tool;
    taken.add(managed);
    return { ...tool, managed };
  });
}

/** Whether the call concerns one thing named by an id in the path, and not a new member of a collection. */
function pointsAtOne(lastSegment: string, tool: Tool): boolean {
  if (tool.access === "create" || tool.access === "list") return false;
  return lastSegment.startsWith("{") || tool.operation.path.includes("{");
}

function reportUnknown(
  words: ReadonlyMap<string, PartialWords>,
  operations: readonly Operation[],
  problems: ProblemList,
) {
  const keys = new Set(operations.map((operation) => operation.key));
  for (const [key, { at }] of words) {
    if (keys.has(key)) continue;
    problems.error("unknown-operation", at, `The contract has no operation ${key}.`, didYouMean(key, keys));
  }
}
