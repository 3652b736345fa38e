/** The credential that a client sends, besides a server's URL. */
export type Credential = "none" | "api_token" | "oauth";

/** What a client connects to. */
export interface Target {
  readonly url: string;
  readonly credential: Credential;
  /** The server's name in the client's settings. Several servers need different names. */
  readonly name: string;
  /** How to start `standpipe connect` on the client's machine, for clients that only start programs. */
  readonly bridge: { readonly command: string; readonly args: readonly string[] };
}

/** One way to add a server URL to a client. */
interface Way {
  /** Where to put the text. */
  readonly where: string;
  /** The text to paste: a command, settings, code, or a URL. */
  readonly text: string;
}

interface ClientSettings {
  /** The first way is the usual one. */
  readonly ways: readonly [Way, ...Way[]];
  /** A link that opens the client and adds the server. */
  readonly link?: string;
}

/** An MCP client, and how to add a server URL to it. */
export interface Client {
  readonly id: string;
  /** The name, as its vendor writes it. */
  readonly title: string;
  settings(target: Target): ClientSettings;
}

/** The variable that holds an API token on the client's machine. */
export const TOKEN_VARIABLE = "STANDPIPE_API_TOKEN";

/** Stands where a person pastes an API token, in clients that read no variables. */
export const PASTED_TOKEN = "PASTE-THE-API-TOKEN-HERE";

/** What to do about {@link PASTED_TOKEN}; empty if the settings do not have it. */
export function pasteNote({ credential }: Target): string {
  return credential === "api_token" ? `. Replace ${PASTED_TOKEN} with the API token` : "";
}

/**
 * The property `headers` of a client's settings, if the server needs an API token.
 * @param reference how the client refers to the token
 */
export function headersOf(
  { credential }: Target,
  reference: string,
): { headers?: { Authorization: string } } {
  return credential === "api_token" ? { headers: { Authorization: `Bearer ${reference}` } } : {};
}

/** ` --header "Authorization: Bearer …"` for a command line, if the server needs an API token. */
export function headerFlag({ credential }: Target, reference: string): string {
  return credential === "api_token" ? ` --header "Authorization: Bearer ${reference}"` : "";
}

export function json(value: object): string {
  return JSON.stringify(value, undefined, 2);
}
