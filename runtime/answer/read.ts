import { Fault } from "../contract/fault.js";
import type { Answer, HeaderValues } from "../contract/answer.js";
import type { Method } from "../contract/tool.js";
import { decodeText, isFileType, isNamedText } from "./decode.js";
import { parseExact } from "./exact-numbers.js";
import { sanitiseText, type Redactor } from "./sanitise.js";

/** The content of a successful answer. */
export type Content =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "empty"; readonly status: number }
  /** The answer to HEAD, which has no body. */
  | { readonly kind: "headers"; readonly status: number; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: "text"; readonly text: string; readonly type: string; readonly isPart: boolean }
  | { readonly kind: "binary"; readonly bytes: Uint8Array; readonly type: string };

const SHOWN_CHARACTERS = 300;
const READ_CHARACTERS = 32_768;
/** Maximum length of a text that is not JSON. More does not fit into a result of the usual size. */
const MOST_CHARACTERS = 500_000;
const MOST_OF_A_SECRET = 4_096;

/**
 * Reads an answer by its content: JSON with a wrong content type is still JSON.
 * @param title the API's name, for messages
 * @param redactor removes secrets from quoted parts of an unreadable answer
 * @throws Fault `upstream_unreadable` for HTML and broken JSON, with its first 300 characters
 */
export function readAnswer(
  { status, headers, body, isPart }: Answer,
  title: string,
  redactor: Redactor,
  method?: Method,
): Content {
  if (method === "HEAD") return { kind: "headers", status, headers: shownHeaders(headers) };
  if (body.length === 0) return { kind: "empty", status };
  const contentType = headers["content-type"];
  const type = mediaType(contentType);
  if (isBinary(type, body) && !isNamedText(body, contentType)) return { kind: "binary", bytes: body, type };
  const text = decodeText(body, contentType);
  if (text.trim() === "") return { kind: "empty", status };
  if (isJson(type) || /^\s*[[{]/.test(text)) {
    const value = exactJson(text);
    if (value !== undefined) return { kind: "json", value };
    if (isJson(type)) throw unreadable(/^\s*</.test(text) ? "HTML labelled as JSON" : "broken JSON");
  }
  if (isHtml(type, text)) throw unreadable("HTML");
  const isCut = text.length > MOST_CHARACTERS;
  const read = isCut ? wholeSecretsOf(sanitiseText(text.slice(0, MOST_CHARACTERS))) : sanitiseText(text);
  return { kind: "text", text: read, type, isPart: isCut || isPart === true };

  function unreadable(what: string): Fault {
    return new Fault({
      kind: "upstream_unreadable",
      message: `${title} answered ${status} with ${what}, which holds no result.`,
      status,
      said: [beginningOf(text, redactor)],
    });
  }
}

/** The beginning of a longer text, without its end, which may be the first half of a secret. */
function wholeSecretsOf(beginning: string): string {
  return beginning.slice(0, -MOST_OF_A_SECRET);
}

/** Headers without those of the connection, and without cookies, which are secrets. */
function shownHeaders(headers: HeaderValues): Record<string, string> {
  const shown = Object.entries(headers).filter(([name]) => !NOT_SHOWN.has(name));
  return Object.fromEntries(shown);
}

const NOT_SHOWN = new Set(["connection", "keep-alive", "transfer-encoding", "set-cookie"]);

/** The first characters of an unreadable answer, safe to show. Half a secret would not be recognised by its form. */
export function beginningOf(text: string, redactor: Redactor): string {
  const read = redactor
    .text(sanitiseText(text.slice(0, READ_CHARACTERS)))
    .replace(/\s+/g, " ")
    .trim();
  const seen = text.length > READ_CHARACTERS ? wholeSecretsOf(read) : read;
  return seen.length > SHOWN_CHARACTERS ? `${seen.slice(0, SHOWN_CHARACTERS)}…` : seen;
}

function exactJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]!.trim().toLowerCase();
}

function isJson(type: string): boolean {
  return /[/+]json$/.test(type);
}

function isHtml(type: string, text: string): boolean {
  return (
    type === "text/html" ||
    type === "application/xhtml+xml" ||
    /^\s*<(!doctype html|html|head|body)\b/i.test(text)
  );
}

function isBinary(type: string, body: Uint8Array): boolean {
  return isFileType(type) || body.subarray(0, 1024).includes(0);
}
