/** Limits of an answer: its bytes, and the milliseconds to wait. */
const mostBytes = 262_144;
export const patienceMs = 5_000;

/**
 * Fetches a small document. Redirects are not followed, because they could lead to internal hosts.
 * @throws Error if it cannot be fetched within its limits
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
    if (size > mostBytes) throw new Error("Its answer is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
