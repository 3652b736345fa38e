/**
 * A body as text, in the charset that its content type names, or that its byte order mark shows; UTF-8 otherwise. Bytes
 * that have no meaning there become replacement characters.
 */
export function decodeText(body: Uint8Array, contentType = ""): string {
  return decoderFor(markOf(body) ?? charsetIn(contentType)).decode(body);
}

/** Whether the bytes say that they are text: by a charset, or by a mark of UTF-16. */
export function isNamedText(body: Uint8Array, contentType = ""): boolean {
  return (
    markOf(body) !== undefined ||
    (charsetIn(contentType) !== undefined && !/^(image|audio|video|font)\//i.test(contentType))
  );
}

/** Whether a content type is one of files that are no text. */
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
    // A charset that nobody knows says nothing.
    return new TextDecoder();
  }
}
