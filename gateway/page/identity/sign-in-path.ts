/** A longer place would make the header of the redirect too large for browsers and proxies. */
const longest = 1_000;

/** Where a person signs in, and then goes on to a place here. A place that is too long is left out. */
export function signInPath(start: "/sign-in" | "/sign-in/provider", next: string): string {
  return next === "/" || next.length > longest ? start : `${start}?next=${encodeURIComponent(next)}`;
}
