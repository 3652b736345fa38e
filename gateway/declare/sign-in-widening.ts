import { type Catalogue, select, type Selection } from "../../runtime/index.js";
import type { OAuth } from "../oauth/config.js";
import { sharesOf } from "../oauth/shares.js";

/** What a change of a server URL's sign-in newly permits; undefined if nothing. */
export function signInWidening(
  catalogue: Catalogue,
  before: OAuth | undefined,
  after: OAuth | undefined,
): string | undefined {
  if (!before) return undefined;
  if (!after) return "no sign-in is needed";
  const isNewIssuer = before.issuer !== undefined && before.issuer !== after.issuer;
  const found = [
    ...(isNewIssuer ? ["people of another provider can sign in"] : []),
    ...(after.without_token && !before.without_token ? ["the URL works without its token"] : []),
    ...widerShares(catalogue, before, after),
  ];
  return found.length > 0 ? found.join(", ") : undefined;
}

/** The scopes and groups that allow more tools than before. */
function widerShares(catalogue: Catalogue, before: OAuth, after: OAuth): string[] {
  const former = new Map(sharesOf(before).map(({ place, share }) => [place, toolsOf(catalogue, share)]));
  return sharesOf(after).flatMap(({ place, share }) => {
    const known = former.get(place);
    const more = [...toolsOf(catalogue, share)].filter((tool) => !known?.has(tool)).length;
    if (more === 0) return [];
    // Such as `groups.staff`.
    const words = place.replace(/^(group|scope)s\./, "the $1 ");
    return [`${words} allows ${more}${known ? " more" : ""} tool${more === 1 ? "" : "s"}`];
  });
}

/** A later release may not have a tool or tag of a stored selection. Then it allows nothing. */
function toolsOf(catalogue: Catalogue, share: Selection): ReadonlySet<string> {
  try {
    return select(catalogue, share);
  } catch {
    return new Set();
  }
}
