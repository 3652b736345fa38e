/** One part of a multipart body. */
export interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly type?: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes parts as in RFC 7578. Names and filenames are UTF-8 and must be quotable. The boundary is a digest of the
 * parts, so no content can contain it, and the same parts give the same bytes.
 */
export function encodeMultipart(parts: readonly Part[]): {
  readonly boundary: string;
  readonly content: Uint8Array;
} {
  const written = parts.map((part) => [Buffer.from(headOf(part)), Buffer.from(part.content)] as const);
  const digest = process.getBuiltinModule("node:crypto").createHash("sha256");
  for (const [head, content] of written) digest.update(head).update(content);
  const boundary = `part-${digest.digest("hex").slice(0, 40)}`;
  const chunks = written.flatMap(([head, content]) => [
    Buffer.from(`--${boundary}\r\n`),
    head,
    content,
    LINE_END,
  ]);
  return { boundary, content: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]) };
}

const LINE_END = Buffer.from("\r\n");

function headOf({ name, filename, type }: Part): string {
  const file = filename === undefined ? "" : `; filename="${filename}"`;
  const lines = [`Content-Disposition: form-data; name="${name}"${file}`];
  if (type !== undefined) lines.push(`Content-Type: ${type}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}
