import type { Answers, AnswerType, RecordType, ToolAnswer } from "../../runtime/contract/answers.js";
import { besidesPages, listName } from "../../runtime/contract/paging-names.js";
import { looksSecret, plainName } from "../../runtime/contract/secret-fields.js";
import type { Tool } from "../model/tool.js";
import { createTypeReader, type TypeReader } from "../normalise/answer-type.js";
import { record, resolve, type OpenApiDocument, type Raw } from "../normalise/raw.js";

/**
 * The types of all tools' answers, by the contract's facts.
 * @param openFields names of fields that look secret and are shown anyway
 */
export function renderAnswers(
  tools: readonly Tool[],
  contract: OpenApiDocument,
  openFields: readonly string[] = [],
): Answers {
  const opened = new Set(openFields.map(plainName));
  const reader = createTypeReader(contract, (name) => looksSecret(name) && !opened.has(plainName(name)));
  const declared = tools.map((tool) => [tool, declaredBy(contract, tool, reader)] as const);
  const types = reader.definitions();
  const answers = declared.map(([tool, found]): [string, ToolAnswer] => [
    tool.name,
    typeof found === "object"
      ? withView(asShown(found.type, tool.request.page !== undefined, types), tool)
      : found,
  ]);
  const used = usedBy(answers, types);
  return { types: sorted([...types].filter(([name]) => used.has(name))), tools: sorted(answers) };
}

type Declared = Extract<ToolAnswer, string> | { readonly type: AnswerType };

/** What the contract says about the successful answers of a tool's operation. */
function declaredBy(contract: OpenApiDocument, { operation }: Tool, reader: TypeReader): Declared {
  const { method, path } = operation;
  if (method === "HEAD") return "headers";
  try {
    const item = resolve(contract, record(contract.paths)[path]);
    const { responses } = resolve(contract, item[method.toLowerCase()]);
    const successes = Object.entries(record(responses)).filter(([status]) => status.startsWith("2"));
    const contents = successes.map(([, response]) => record(resolve(contract, response).content));
    const schemas = contents.flatMap(schemasOf);
    if (schemas.length > 0) return { type: typeOfAny(schemas, reader) };
    if (contents.some((content) => Object.keys(content).some((type) => type.startsWith("text/"))))
      return "text";
    return successes.length > 0 && successes.every(([status]) => status === "204") ? "nothing" : "unknown";
  } catch {
    return "unknown";
  }
}

/** The schemas of the JSON that a response has. One without a schema may be anything. */
function schemasOf(content: Raw): unknown[] {
  const name = Object.keys(content).find((type) => type.includes("json"));
  return name === undefined ? [] : [record(content[name]).schema ?? {}];
}

function typeOfAny(schemas: readonly unknown[], reader: TypeReader): AnswerType {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length === 1
    ? reader.read(distinct[0])
    : { either: distinct.map((one) => reader.read(one)) };
}

function withView(answer: ToolAnswer, { view }: Tool): ToolAnswer {
  return typeof answer === "string" || !view ? answer : { ...answer, view };
}

/** The same decision as the runtime's about a list and its envelope, by types instead of values. */
function asShown(type: AnswerType, isPaged: boolean, types: ReadonlyMap<string, AnswerType>): ToolAnswer {
  if (type === "anything") return "unknown";
  const open = opened(type, types);
  if (typeof open === "string") return { value: type };
  if ("list" in open) return { items: open.list };
  if (!("fields" in open)) return { value: type };
  const names = Object.keys(open.fields);
  const lists = new Map(
    names.flatMap((name): [string, AnswerType][] => {
      const inner = opened(open.fields[name]!, types);
      return typeof inner === "object" && "list" in inner ? [[name, inner.list]] : [];
    }),
  );
  const list = listName(names, [...lists.keys()], isPaged);
  if (list === undefined) return { value: type };
  const others = besidesPages(names, list).map((name) => [name, open.fields[name]!] as const);
  const also: RecordType = { fields: Object.fromEntries(others) };
  return { items: lists.get(list)!, ...(others.length > 0 ? { also } : {}) };
}

/** The type itself for a name. */
function opened(type: AnswerType, types: ReadonlyMap<string, AnswerType>): AnswerType {
  let found = type;
  for (let hops = 0; hops < MOST_HOPS && typeof found === "string" && found.startsWith("#"); hops++)
    found = types.get(found.replace(/[#?]/g, "")) ?? "anything";
  return found;
}

const MOST_HOPS = 20;

/** The names of the definitions that tools' answers use, directly or through others. */
function usedBy(
  answers: readonly (readonly [string, ToolAnswer])[],
  types: ReadonlyMap<string, AnswerType>,
): Set<string> {
  const used = new Set<string>();
  const waiting: unknown[] = answers.map(([, answer]) => answer);
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "object" && next !== null) waiting.push(...(Object.values(next) as unknown[]));
    if (typeof next !== "string" || !next.startsWith("#")) continue;
    const name = next.replace(/[#?]/g, "");
    if (!used.has(name)) waiting.push(types.get(name));
    used.add(name);
  }
  return used;
}

function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}
