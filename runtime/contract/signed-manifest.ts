/** A build: the reviewed surface and all files of the bundle. */
export interface Statement {
  /** The hash over the surface of each API, as in `surface.lock`. */
  readonly surfaces: Readonly<Record<string, string>>;
  /** The sha256 (hexadecimal) of each file of the bundle. */
  readonly files: Readonly<Record<string, string>>;
}

/** A manifest with the Ed25519 signature of the publisher in base64. */
export interface SignedManifest extends Statement {
  readonly signature: string;
}
