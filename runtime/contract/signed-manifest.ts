/** What was built: the reviewed surface and every file of the bundle. */
export interface Statement {
  /** The hash over the surface of each API, as `surface.lock` gives it. */
  readonly surfaces: Readonly<Record<string, string>>;
  /** The sha256 (hexadecimal) of each file of the bundle. */
  readonly files: Readonly<Record<string, string>>;
}

/** A statement with the signature of those who released it: Ed25519 in base64. */
export interface SignedManifest extends Statement {
  readonly signature: string;
}
