export const kindsOfReferences = ["file", "env", "exec"] as const;
export type ReferenceKind = (typeof kindsOfReferences)[number];

/** Where the gateway reads the key of an account: `file:/path`, `env:NAME` or `exec:command arguments`. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The part after the colon. */
  readonly source: string;
}

/** The form of a reference. Control characters are not part of any. */
export const referencePattern = /^(?:file:\/|env:[A-Za-z_]|exec:\S)[^\p{Cc}]*$/u;

export const mostReferenceCharacters = 500;

export const referenceForm = "must be file:/PATH, env:NAME or exec:COMMAND";

/** A reference of the form `referencePattern`. */
export function referenceOf(text: string): Reference {
  const at = text.indexOf(":");
  return { kind: text.slice(0, at) as ReferenceKind, source: text.slice(at + 1) };
}
