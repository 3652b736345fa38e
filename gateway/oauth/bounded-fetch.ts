/** As much of an answer as is read, in bytes, and as long as it is waited for, in milliseconds. */
const mostBytes = 262_144;
export const patienceMs = 5_000;

/**
 * Fetches a small document. A redirect is not followed: it could lead to where nobody meant to ask.
 * @throws Error where it can't be had within its bounds
 */
export async function boundedFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const signal = init.signal ?? AbortSignal.timeout(patienceMs);
  const { status, headers, body } = await fetch(url, { ...init, signal, redirect: "error" });
  return new Response(await readBounded(body), { status, headers });
}

async function readBounded(body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Error("It answers more than it should.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
