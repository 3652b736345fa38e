/** The tables of the authorization server. */
export interface AuthorizationTables {
  readonly connections: ConnectionTable;
  readonly authorization_codes: CodeTable;
  readonly client_consents: ConsentTable;
  readonly registered_clients: RegisteredClientTable;
  readonly used_assertions: UsedAssertionTable;
}

/** A client's lasting access to a server URL, for a person. Its refresh tokens are one family. */
export interface ConnectionTable {
  id: string;
  account_id: string;
  server_id: string;
  /** The person, as the sign-in provider knows them. */
  issuer: string;
  subject: string;
  client_id: string;
  client_name: string;
  /** Where the codes of the client were sent. */
  redirect_host: string;
  /** JSON list of the scopes that the person allowed. */
  scopes: string;
  /** The number of the only refresh token that works. Each use adds one. */
  generation: number;
  created_at: string;
  used_at: string;
  expires_at: string;
}

/** A code that waits for its client. */
interface CodeTable {
  /** HMAC-SHA-256 of the code. */
  hash: string;
  /** JSON of what the person allowed. */
  content: string;
  /** The connection that began with the code. A second use of the code ends it. */
  connection_id: string | null;
  expires_at: string;
}

/** What a person allowed a client, so that they are not asked again. */
export interface ConsentTable {
  issuer: string;
  subject: string;
  client_id: string;
  redirect_uri: string;
  server_id: string;
  created_at: string;
}

/** An assertion that a client used, which it cannot use again. */
interface UsedAssertionTable {
  /** HMAC-SHA-256 of the provider and the assertion's id. */
  hash: string;
  expires_at: string;
}

/** A client that registered itself. */
interface RegisteredClientTable {
  id: string;
  name: string;
  /** JSON list. */
  redirect_uris: string;
  created_at: string;
  /** When it last got a code; null if it never did. */
  used_at: string | null;
}
