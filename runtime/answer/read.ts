import { Fault } from "../contract/fault.js";
import type { Answer } from "../contract/answer.js";
import { parsedJson } from "../values/json.js";
import { sanitiseText } from "./sanitise.js";

/** What a successful answer holds. */
export type Content =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "empty"; readonly status: number }
  | { readonly kind: "text"; readonly text: string; readonly type: string }
  | { readonly kind: "binary"; readonly bytes: number; readonly type: string };

const SHOWN_CHARACTERS = 300;

/**
 * Reads an answer by what it is rather than by what it is called: JSON under a wrong content type is JSON.
 * @param title the API's name, for messages
 * @throws Fault `upstream_unreadable` for HTML and broken JSON, with its first 300 characters
 */
export function readAnswer({ status, headers, body }: Answer, title: string): Content {
  if (body.length === 0) return { kind: "empty", status };
  const type = mediaType(headers["content-type"]);
  if (isBinary(type, body)) return { kind: "binary", bytes: body.length, type };
  const text = decodeText(body);
  if (text.trim() === "") return { kind: "empty", status };
  if (isJson(type) || /^\s*[[{]/.test(text)) {
    const value = parsedJson(text);
    if (value !== undefined) return { kind: "json", value };
    if (isJson(type))
      throw unreadable(
        title,
        status,
        /^\s*</.test(text) ? "HTML under the name of JSON" : "broken JSON",
        text,
      );
  }
  if (isHtml(type, text)) throw unreadable(title, status, "HTML", text);
  return { kind: "text", text: sanitiseText(text), type };
}

/** A body as text, without a byte order mark; bytes that are no UTF-8 become replacement characters. */
export function decodeText(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

/** The first characters of a text that is no answer, fit to be shown. */
export function beginningOf(text: string): string {
  const seen = sanitiseText(text.slice(0, SHOWN_CHARACTERS * 4))
    .replace(/\s+/g, " ")
    .trim();
  return seen.length > SHOWN_CHARACTERS ? `${seen.slice(0, SHOWN_CHARACTERS)}…` : seen;
}

function unreadable(title: string, status: number, what: string, text: string): Fault {
  return new Fault({
    kind: "upstream_unreadable",
    message: `${title} answered ${status} with ${what}, which holds no result.`,
    status,
    said: [beginningOf(text)],
  });
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
  if (/^(image(?!\/svg)|audio|video|font)\//.test(type) || /^application\/(pdf|zip|gzip)$/.test(type))
    return true;
  return body.subarray(0, 1024).includes(0);
}
