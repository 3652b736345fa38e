import { introductionIn } from "../mcp/introduction.js";
import type { Lists, Shown } from "../mcp/shown.js";
import { isRecord, type Fields } from "../values/record.js";
import { isId, type Id } from "./id-scan.js";
import { lineOf } from "./lines.js";

/**
 * The beginning of a session over stdio, answered without the SDK. Clients initialize and list at their start, and call
 * much later or never. Until then the SDK is not loaded.
 */
export interface Opening {
  /**
   * The answer to a message as a line, empty if it needs none; undefined for the first message that the SDK must
   * answer.
   */
  answer(message: Fields): string | undefined;
  /** The messages that the SDK needs to continue from there. */
  readonly said: readonly string[];
  /** The id of the request among them that was already answered. */
  readonly answered: Id | undefined;
}

/** Revisions that begin with `initialize`. */
const REVISIONS: readonly unknown[] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05", "2024-10-07"];

/** Anything unusual, wrong or new is left to the SDK, which implements the whole protocol. */
export function createOpening(shown: Shown): Opening {
  const said: string[] = [];
  let answered: Id | undefined;

  function resultOf({ method, params }: Fields): object | undefined {
    if (method === "initialize")
      return answered === undefined && isInitialize(params) ? greeting(shown, params) : undefined;
    if (answered === undefined || !isBare(params)) return undefined;
    if (method === "ping") return {};
    return Object.hasOwn(shown.lists, String(method)) ? shown.lists[method as keyof Lists] : undefined;
  }

  return {
    said,
    get answered() {
      return answered;
    },
    answer(message) {
      if (message["jsonrpc"] !== "2.0" || !hasOnly(message, MESSAGE_KEYS)) return undefined;
      const { id, method } = message;
      if (id === undefined) {
        if (answered === undefined || method !== "notifications/initialized" || !isBare(message["params"]))
          return undefined;
        said.push(JSON.stringify(message));
        return "";
      }
      const result = isId(id) ? resultOf(message) : undefined;
      if (!result) return undefined;
      if (method === "initialize") {
        said.push(JSON.stringify(message));
        answered = id as Id;
      }
      return lineOf({ result, jsonrpc: "2.0", id });
    },
  };
}

function greeting({ info, instructions, capabilities }: Shown, { protocolVersion }: Fields): object {
  const serverInfo = introductionIn(protocolVersion, info);
  return { protocolVersion, capabilities, serverInfo, ...(instructions ? { instructions } : {}) };
}

function isInitialize(params: unknown): params is Fields {
  if (!isRecord(params) || !hasOnly(params, INITIALIZE_KEYS)) return false;
  const { protocolVersion, capabilities, clientInfo } = params;
  return (
    REVISIONS.includes(protocolVersion) &&
    isRecord(capabilities) &&
    Object.entries(capabilities).every(isPlainCapability) &&
    isRecord(clientInfo) &&
    hasOnly(clientInfo, CLIENT_KEYS) &&
    Object.values(clientInfo).every((value) => typeof value === "string") &&
    "name" in clientInfo &&
    "version" in clientInfo
  );
}

/** `{}`, or an object that contains such, as in `{"form":{}}`; for roots also whether changes are announced. */
function isPlainCapability([name, capability]: [string, unknown]): boolean {
  if (!isRecord(capability)) return false;
  return Object.entries(capability).every(([member, value]) =>
    name === "roots" && member === "listChanged"
      ? typeof value === "boolean"
      : isRecord(value) && hasOnly(value, []),
  );
}

/** Parameters without content. */
function isBare(params: unknown): boolean {
  if (params === undefined) return true;
  if (!isRecord(params) || !hasOnly(params, ["_meta"])) return false;
  const { _meta: meta = {} } = params;
  return (
    isRecord(meta) &&
    hasOnly(meta, ["progressToken"]) &&
    (!("progressToken" in meta) || isId(meta["progressToken"]))
  );
}

const MESSAGE_KEYS = ["jsonrpc", "id", "method", "params"];
const INITIALIZE_KEYS = ["protocolVersion", "capabilities", "clientInfo"];
const CLIENT_KEYS = ["name", "title", "version", "description", "websiteUrl"];

function hasOnly(record: Fields, names: readonly string[]): boolean {
  return Object.keys(record).every((name) => names.includes(name));
}
