import { parsedJson } from "../values/json.js";
import { isRecord, type Fields } from "../values/record.js";
import { valuesIn } from "../values/count.js";
import { createIdScan, isId, type Id } from "./id-scan.js";
import type { Line } from "./lines.js";

/** A client's text: one message, a batch, or a refusal with these answers. */
export type Admitted =
  | { readonly message: Fields }
  | { readonly batch: readonly unknown[] }
  | { readonly refusals: readonly object[] };

const parseError = -32700;
export const [invalidRequest, invalidParams] = [-32600, -32602] as const;

/**
 * Reads a line. Each fault of its form is refused with one sentence. Null counts as absent where clients in other
 * languages write it.
 */
export function admitLine(line: Line): Admitted {
  if ("tooLongFor" in line)
    return refused(line.tooLongFor, invalidRequest, "The message is too long. Send at most 10 MiB.");
  return admitText(line.text);
}

/** Reads the text of a line or of a body. */
export function admitText(text: string): Admitted {
  if (valuesIn(text) > MOST_VALUES) return refused(idIn(text), invalidRequest, TOO_MANY_VALUES);
  const value = parsedJson(text.replace(/^\uFEFF/, ""));
  if (value === undefined) return refused(null, parseError, "Parse error: the message is not JSON.");
  if (!Array.isArray(value)) return admitMessage(value);
  if (value.length === 0) return refused(null, invalidRequest, "A batch must have at least one message.");
  return { batch: value };
}

/** Parsing time depends more on values than on bytes. A call may have 10,000 of them. */
const MOST_VALUES = 20_000;
const TOO_MANY_VALUES = `The message holds too many values. Send at most ${MOST_VALUES}.`;

const MOST_SCANNED = 10_000;

/** The id of a message that is not parsed, if it is near the beginning. */
function idIn(text: string): Id | null {
  const scan = createIdScan();
  scan.take(Buffer.from(text.slice(0, MOST_SCANNED)));
  return scan.id();
}

/** Reads the messages of a batch. Answers are matched by id, so a second request with the same id is refused. */
export function admitBatch(batch: readonly unknown[]): AdmittedBatch {
  const messages: Fields[] = [];
  const refusals: object[] = [];
  const ids = new Set<Id>();
  for (const one of batch) {
    const admitted = admitMessage(one);
    if ("refusals" in admitted) {
      refusals.push(...admitted.refusals);
      continue;
    }
    const { message } = admitted;
    const id = isRequest(message) ? (message["id"] as Id) : undefined;
    if (id !== undefined && ids.has(id))
      refusals.push(refusal(id, invalidRequest, "id is used twice in this batch."));
    else messages.push(message);
    if (id !== undefined) ids.add(id);
  }
  return { messages, refusals };
}

export interface AdmittedBatch {
  readonly messages: readonly Fields[];
  readonly refusals: readonly object[];
}

/** Whether a message expects an answer. */
export function isRequest(message: Fields): boolean {
  return message["method"] !== undefined && "id" in message;
}

/** Reads one message, which may be in a batch. */
function admitMessage(value: unknown): Exclude<Admitted, { readonly batch: unknown }> {
  if (!isRecord(value)) return refused(null, invalidRequest, "A message must be a JSON object.");
  const id = isId(value["id"]) || typeof value["id"] === "number" ? value["id"] : null;
  const refuse = (code: number, fault: string) => refused(id, code, fault);
  if (value["jsonrpc"] !== "2.0") return refuse(invalidRequest, 'jsonrpc must be "2.0".');
  if ("id" in value && !isId(value["id"]))
    return refuse(invalidRequest, "id must be a string or a whole number.");
  if ("result" in value || "error" in value) return { message: value };
  const method = value["method"];
  if (typeof method !== "string") return refuse(invalidRequest, "method must be a string.");
  if (Object.keys(value).some((name) => !members.includes(name)))
    return refuse(invalidRequest, "The message has members that JSON-RPC does not define.");
  const { params: given, ...rest } = value;
  if (given === undefined || given === null) return { message: rest };
  if (!isRecord(given)) return refuse(invalidParams, "params must be an object.");
  const params = method === "initialize" ? withClient(withoutNulls(given)) : withoutNulls(given);
  const fault = faultOf(params);
  return fault === undefined ? { message: { ...rest, params } } : refuse(invalidParams, fault);
}

/** The error that answers a message. */
export function refusal(id: Id | null, code: number, message: string): object {
  return { jsonrpc: "2.0", id, error: { code, message } };
}

function refused(id: Id | null, code: number, message: string) {
  return { refusals: [refusal(id, code, message)] };
}

const members = ["jsonrpc", "id", "method", "params"];

/** Parameters that some clients send as null instead of leaving them out. */
const nullable = ["cursor", "arguments", "_meta", "clientInfo", "capabilities"];

function withoutNulls(params: Fields): Fields {
  if (nullable.every((name) => params[name] !== null)) return params;
  const isAbsent = ([name, value]: [string, unknown]) => value === null && nullable.includes(name);
  return Object.fromEntries(Object.entries(params).filter((entry) => !isAbsent(entry)));
}

function withClient(params: Fields): Fields {
  return {
    ...params,
    capabilities: params["capabilities"] ?? {},
    clientInfo: params["clientInfo"] ?? anonymous,
  };
}

const anonymous = { name: "unknown", version: "0" };

const shapes: Readonly<Record<string, readonly [fits: (value: unknown) => boolean, wanted: string]>> = {
  cursor: [(value) => typeof value === "string", "a string"],
  name: [(value) => typeof value === "string", "a string"],
  uri: [(value) => typeof value === "string", "a string"],
  protocolVersion: [(value) => typeof value === "string", "a string"],
  arguments: [isRecord, "an object"],
  _meta: [isRecord, "an object"],
  clientInfo: [isRecord, "an object"],
  capabilities: [isRecord, "an object"],
};

/** The fault of parameters that many methods have. */
function faultOf(params: Fields): string | undefined {
  const [name] = Object.entries(params).find(([name, value]) => {
    return Object.hasOwn(shapes, name) && !shapes[name]![0](value);
  }) ?? [undefined];
  if (name !== undefined) return `params.${name} must be ${shapes[name]![1]}.`;
  const { progressToken } = (params["_meta"] ?? {}) as { readonly progressToken?: unknown };
  const isToken = progressToken === undefined || isId(progressToken);
  return isToken ? undefined : "params._meta.progressToken must be a string or a whole number.";
}
