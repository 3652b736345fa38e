/** The parts of a client's message that its headers depend on. */
export interface Headed {
  readonly method?: string;
  readonly params?: { readonly name?: unknown; readonly uri?: unknown; readonly _meta?: unknown };
}

/** Values that the session agreed on, sent with every message. */
export interface Session {
  /** The revision that initialize agreed on. Later revisions are named in each message. */
  revision?: string;
  /** The server's `mcp-session-id`. Without it a server cannot ask the client anything. */
  id?: string;
}

const revisionKey = "io.modelcontextprotocol/protocolVersion";

export function headersOf({ method, params }: Headed, session: Session, apiToken: string | undefined) {
  const meta = (params?._meta ?? {}) as Readonly<Record<string, unknown>>;
  const modern = typeof meta[revisionKey] === "string" ? meta[revisionKey] : undefined;
  const revision = modern ?? session.revision;
  const name = params?.name ?? params?.uri;
  const headers = {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    authorization: apiToken === undefined ? undefined : `Bearer ${apiToken}`,
    "mcp-protocol-version": revision,
    "mcp-session-id": session.id,
    "mcp-method": modern && method,
    "mcp-name": modern && typeof name === "string" ? headerText(name) : undefined,
  };
  return Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
}

/** A header can only hold visible ASCII. The protocol encodes other text. */
function headerText(text: string): string {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)
    ? text
    : `=?base64?${Buffer.from(text).toString("base64")}?=`;
}
