import type { Selection } from "../../runtime/index.js";
import type { AccessToken } from "./access-token.js";
import type { OAuth } from "./config.js";

/** A part of a server's tools, and its place in the config such as `scopes.incidents:read`. */
export interface PlacedShare {
  readonly place: string;
  readonly share: Selection;
}

/** All parts in a config. */
export function sharesOf(oauth: OAuth): PlacedShare[] {
  return placed(oauth, () => true);
}

/** The parts for an access token. Together they are everything that its user may see. */
export function heldShares(oauth: OAuth, token: Pick<AccessToken, "scopes" | "groups">): PlacedShare[] {
  return placed(oauth, (kind, name) => token[kind].has(name));
}

function placed(oauth: OAuth, wants: (kind: "scopes" | "groups", name: string) => boolean): PlacedShare[] {
  return (["scopes", "groups"] as const).flatMap((kind) =>
    Object.entries(oauth[kind] ?? {})
      .filter(([name]) => wants(kind, name))
      .map(([name, share]) => ({ place: `${kind}.${name}`, share })),
  );
}
