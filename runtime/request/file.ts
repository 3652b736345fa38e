import { refuse } from "../arguments/refuse.js";
import { isRecord } from "../values/record.js";
import type { FileArgument } from "../contract/tool.js";

/** A file argument, decoded. */
export interface File {
  readonly content: Uint8Array;
  readonly filename?: string;
  readonly type?: string;
}

/** RFC 9110: two tokens, then parameters whose values are tokens or quoted. */
const MEDIA_TYPE =
  /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(?: ?; ?[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"[ !#-[\]-~]*"))*$/;

export function isFile(value: unknown): value is FileArgument {
  return (
    isRecord(value) &&
    typeof value.content_base64 === "string" &&
    Object.keys(value).every((key) => ["content_base64", "content_type", "filename"].includes(key))
  );
}

/** @throws Fault for content that is not base64, a name that a header cannot quote, or an invalid type. */
export function decodeFile({ content_base64, content_type, filename }: FileArgument, argument: string): File {
  const content = Buffer.from(content_base64, "base64");
  // Buffer skips invalid characters, so the content is encoded again and compared. Only complete, padded base64 stays the
  // same.
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
 * Whether a text can be in a quoted header parameter and arrives unchanged. Servers disagree about escaped quotation
 * marks and backslashes, which would let a name imitate another parameter.
 */
export function isQuotable(text: string): boolean {
  return !/[\p{Cc}"\\]/u.test(text);
}
