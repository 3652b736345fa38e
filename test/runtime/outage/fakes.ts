import type { RequestListener } from "node:http";

export const html =
  "<!doctype html><html><head><style>p{}</style></head><body><h1>502 Bad\u202e Gateway</h1></body></html>";

export function answers(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): RequestListener {
  return (_, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

/** Much JSON, as fast as the client reads it, until the client closes the connection. */
export function large(megabytes: number, { status = 200, length = false } = {}): RequestListener {
  const known = length ? { "content-length": `${megabytes * 1_000_000 + '{"text":""}'.length}` } : {};
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...known }).write('{"text":"');
    let left = megabytes;
    const more = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        taken.megabytes += 1;
        if (!response.write(MEGABYTE)) return;
      }
      response.end('"}');
    };
    response.on("drain", more);
    more();
  };
}

export const MEGABYTE = "x".repeat(1_000_000);

/** Megabytes of large answers that the API wrote: those that clients read, and those in buffers. */
export const taken = { megabytes: 0 };
