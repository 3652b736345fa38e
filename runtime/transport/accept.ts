/** How a client accepts answers: only JSON, or also a stream of events. */
export type Accepted = "json" | "stream";

/**
 * Reads an Accept header. No header means any type. A client that does not name event streams gets JSON, because simple
 * clients that accept any type cannot read a stream.
 * @returns undefined if the client does not accept JSON
 */
export function acceptedBy(accept: string | undefined): Accepted | undefined {
  const types = (accept || "*/*").split(",").map((part) => part.split(";", 1)[0]!.trim().toLowerCase());
  if (!types.some((type) => json.has(type))) return undefined;
  return types.includes("text/event-stream") ? "stream" : "json";
}

const json = new Set(["application/json", "application/*", "*/*"]);
