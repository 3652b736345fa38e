import type { Core } from "../core.js";
import type { Provider } from "../identity/provider.js";
import type { Access } from "../serve/access.js";
import { createClients, type FindClient } from "./clients.js";
import type { FetchDocument } from "./fetch-document.js";
import type { SigningKeys } from "./signing-keys.js";

/** The operator's settings of the authorization server. */
export interface AuthorizationSettings {
  /** Whether clients may register themselves (RFC 7591). */
  readonly registration: boolean;
}

/** The gateway as an authorization server, in front of the provider where people sign in. */
export interface AuthorizationServer extends AuthorizationSettings {
  /** The whole store, because a client's request has no role. */
  readonly core: Core;
  /** The public URL. */
  readonly issuer: string;
  readonly access: Pick<Access, "check" | "checkConnection">;
  readonly keys: SigningKeys;
  readonly findClient: FindClient;
  /** Where people sign in. */
  readonly provider?: Provider;
}

interface Parts extends Pick<AuthorizationServer, "core" | "issuer" | "access" | "keys" | "provider"> {
  readonly settings: AuthorizationSettings;
  readonly fetchDocument: FetchDocument;
}

export function createAuthorization({ settings, fetchDocument, ...parts }: Parts): AuthorizationServer {
  return { ...parts, ...settings, findClient: createClients(parts.core, fetchDocument) };
}
