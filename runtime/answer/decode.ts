/**
 * Decodes a body with the charset of its content type or its byte order mark, by default UTF-8. Invalid bytes become
 * replacement characters.
 */
export function decodeText(body: Uint8Array, contentType = ""): string {
  return decoderFor(markOf(body) ?? charsetIn(contentType)).decode(body);
}

/** Whether the bytes are declared as text: by a charset, or by a UTF-16 mark. */
export function isNamedText(body: Uint8Array, contentType = ""): boolean {
  return (
    markOf(body) !== undefined ||
    (charsetIn(contentType) !== undefined && !/^(image|audio|video|font)\//i.test(contentType))
  );
}

/** Whether a content type is that of a binary file. */
export function isFileType(contentType = ""): boolean {
  return /^\s*(?:(?:image(?!\/svg)|audio|video|font)\/|application\/(?:pdf|zip|gzip)(?![\w.+-]))/i.test(
    contentType,
  );
}

function charsetIn(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1];
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function decoderFor(charset = "utf-8"): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    // An unknown charset is ignored.
    return new TextDecoder();
  }
}
