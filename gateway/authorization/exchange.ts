import type { Act } from "../core.js";
import type { ConnectionRow } from "./connections.js";

/** The fields of a client's request, each given once. */
export type OAuthFields = Readonly<Record<string, string>>;

/** The facts of a client's request, for the log. */
export type Asker = Omit<Act, "actor">;

/** A connection for which a client gets an access token. */
export interface Connected {
  readonly connection: ConnectionRow;
  /** The number of its next refresh token; absent if it gets none. */
  readonly generation?: number;
}
