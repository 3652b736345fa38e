import type { IncomingMessage } from "node:http";

/** A body as it was read: its text, or why there is none. */
export type Body = { readonly text: string } | { readonly failed: "too-large" | "aborted" };

/** Reads a request's body up to a limit in bytes; past it the rest is left unread. */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers["content-length"]) > limit) return Promise.resolve({ failed: "too-large" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.pause();
        resolve({ failed: "too-large" });
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve({ text: Buffer.concat(chunks).toString("utf8") }));
    request.on("error", () => resolve({ failed: "aborted" }));
    request.on("close", () => resolve({ failed: "aborted" }));
  });
}
