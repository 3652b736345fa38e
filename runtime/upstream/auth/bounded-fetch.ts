/** A token endpoint's answer is a few lines of JSON. */
const MOST_BYTES = 256 * 1024;

/**
 * fetch for a token endpoint. It reads a bounded answer and leaves out an id token: nothing here uses one, so none needs
 * to be checked.
 */
export async function boundedFetch(url: string, options: object): Promise<Response> {
  const answer = await fetch(url, options);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part as Uint8Array);
    bytes += (part as Uint8Array).length;
    if (bytes > MOST_BYTES) throw new Error("The token endpoint's answer is too long.");
  }
  const text = Buffer.concat(parts).toString();
  const { status, headers } = answer;
  const plain = new Headers([...headers].filter(([name]) => !/^content-(length|encoding)$/.test(name)));
  return new Response(status === 204 || status === 304 ? null : withoutIdToken(text), {
    status,
    headers: plain,
  });
}

function withoutIdToken(text: string): string {
  if (!text.includes('"id_token"')) return text;
  try {
    const { id_token: _, ...others } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(others);
  } catch {
    return text;
  }
}
