import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../values/record.js";
import type { FileArgument } from "../contract/tool.js";

/** A file argument, decoded. */
export interface File {
  readonly content: Uint8Array;
  readonly filename?: string;
  readonly type?: string;
}

const TOKEN = "[\\w!#$%&'*+.^`|~-]+";
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?: ?; ?${TOKEN}=(?:${TOKEN}|"[ !#-\\[\\]-~]*"))*$`);

export function isFile(value: unknown): value is FileArgument {
  return (
    isRecord(value) &&
    typeof value.content_base64 === "string" &&
    Object.keys(value).every((key) => ["content_base64", "content_type", "filename"].includes(key))
  );
}

/** @throws Fault for content that is not base64, a name that a header can't quote, or a type that is none. */
export function decodeFile({ content_base64, content_type, filename }: FileArgument, argument: string): File {
  const content = Buffer.from(content_base64, "base64");
  // Buffer skips what it can't read; whole and padded base64 is the only text that comes out again as it went in.
  if (content.toString("base64") !== content_base64) {
    refuse(`${argument}.content_base64`, "is not base64 (RFC 4648, padded, without line breaks)");
  }
  if (content_type !== undefined && !MEDIA_TYPE.test(content_type)) {
    refuse(`${argument}.content_type`, "is not a media type such as image/png");
  }
  if (filename !== undefined && (filename === "" || !isQuotable(filename))) {
    refuse(
      `${argument}.filename`,
      "can't be empty or hold control characters, quotation marks or backslashes",
    );
  }
  return { content, filename, type: content_type };
}

/**
 * Whether a text stands in a quoted parameter of a header and arrives unchanged. Servers disagree on how a quotation
 * mark or a backslash is escaped there, and what they disagree on lets a name pose as another parameter.
 */
export function isQuotable(text: string): boolean {
  return !/[\p{Cc}"\\]/u.test(text);
}
