import { z } from "zod";
import type { Knowledge, KnowledgeKind } from "../../runtime/contract/catalogue.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Shape } from "../model/shape.js";
import type { Tool } from "../model/tool.js";
import { didYouMean } from "./did-you-mean.js";
import { checkExpression } from "./expression.js";
import { knowledgeTools } from "./knowledge-tools.js";
import { parseYaml, report, type SourceFile } from "./words.js";

const more = z.strictObject({ list: z.string(), item: z.string() });

const kindEntry = z.strictObject({
  names: z.array(z.string().min(1)).min(1),
  list: z.string(),
  words: z.string().optional(),
  item: z.string(),
  title: z.string().min(1),
  urls: z.array(z.string().min(1)).min(1),
  get: z.string(),
  record: z.string(),
  more: z.record(z.string(), more).default({}),
});

const knowledgeFile = z.strictObject({
  search: z.strictObject({ title: z.string(), description: z.string(), query: z.string() }),
  fetch: z.strictObject({ title: z.string(), description: z.string(), id: z.string() }),
  web: z.record(z.string(), z.url()),
  kinds: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), kindEntry),
});

type RawKind = z.infer<typeof kindEntry>;

interface Context {
  readonly at: string;
  readonly tools: ReadonlyMap<string, Tool>;
  readonly problems: ProblemList;
}

/**
 * Reads `knowledge.yaml`, which is optional. Operations must be served tools that read. Expressions must be JMESPath
 * and read only fields that the contract has.
 */
export function loadKnowledge(
  file: SourceFile,
  tools: readonly Tool[],
  problems: ProblemList,
): Knowledge | undefined {
  const value = parseYaml(file, problems);
  if (value === undefined || value === null) return undefined;
  const parsed = knowledgeFile.safeParse(value);
  if (!parsed.success) {
    report(parsed.error, file.at, [], problems);
    return undefined;
  }
  const { kinds, web, ...words } = parsed.data;
  const byOperation = new Map(tools.map((tool) => [tool.operation.key, tool]));
  const context = (kind: string) => ({
    at: `${file.at}#${pointer("kinds", kind)}`,
    tools: byOperation,
    problems,
  });
  return {
    tools: knowledgeTools(words),
    web,
    kinds: Object.entries(kinds).flatMap(([kind, raw]) => kindOf(kind, raw, context(kind)) ?? []),
  };
}

function kindOf(kind: string, raw: RawKind, context: Context): KnowledgeKind | undefined {
  const list = reading(raw.list, "list", context);
  const get = reading(raw.get, "get", context);
  if (!list || !get) return undefined;
  const { at, problems } = context;
  checkExpression(raw.item, itemOf(list), `${at}/item`, problems);
  checkExpression(raw.item, get.operation.answer ?? ANYTHING, `${at}/get`, problems);
  checkExpression(raw.record, get.operation.answer ?? ANYTHING, `${at}/record`, problems);
  checkWords(raw.words, list, context);
  const { names, words, item, title, urls, record } = raw;
  return {
    kind,
    names,
    list: list.name,
    ...(words === undefined ? {} : { words }),
    item,
    get: get.name,
    id: idOf(get, "get", context),
    record,
    title,
    urls,
    more: Object.entries(raw.more).flatMap(([name, further]) => {
      const place = `more${pointer(name)}/list`;
      const tool = reading(further.list, place, context);
      if (!tool) return [];
      checkExpression(further.item, itemOf(tool), `${at}/more${pointer(name)}/item`, problems);
      return [{ title: name, list: tool.name, id: idOf(tool, place, context), item: further.item }];
    }),
  };
}

/** The tool of an operation, if it only reads. */
function reading(key: string, place: string, { at, tools, problems }: Context): Tool | undefined {
  const tool = tools.get(key);
  if (tool?.hints.readOnlyHint) return tool;
  const what = tool ? `${key} does more than read.` : `The contract has no operation ${key}.`;
  problems.error(
    tool ? "not-read-only" : "unknown-operation",
    `${at}/${place}`,
    what,
    tool ? undefined : didYouMean(key, tools.keys()),
  );
  return undefined;
}

/** The only required argument of a tool. */
function idOf({ name, operation }: Tool, place: string, { at, problems }: Context): string {
  const required = operation.inputs.filter((input) => input.required);
  if (required.length !== 1)
    problems.error(
      "no-one-id",
      `${at}/${place}`,
      `${name} needs ${required.length} arguments, not only an id.`,
    );
  return required[0]?.argument ?? "";
}

function checkWords(words: string | undefined, { name, operation }: Tool, { at, problems }: Context): void {
  if (words === undefined) return;
  const texts = operation.inputs.filter(({ shape }) => shape.kind === "text").map(({ argument }) => argument);
  if (texts.includes(words)) return;
  problems.error(
    "unknown-argument",
    `${at}/words`,
    `${name} takes no text ${words}.`,
    didYouMean(words, texts),
  );
}

const ANYTHING: Shape = { kind: "anything" };

/** The shape of an item: the answer is a list, or contains one. */
function itemOf({ operation: { answer } }: Tool): Shape {
  const list =
    answer?.kind === "record" ? answer.fields.map(({ shape }) => bare(shape)).find(isList) : answer;
  return list?.kind === "list" ? list.of : ANYTHING;
}

function bare(shape: Shape): Shape {
  return shape.kind === "nullable" ? bare(shape.of) : shape;
}

function isList(shape: Shape): boolean {
  return shape.kind === "list";
}
