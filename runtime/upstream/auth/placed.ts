/** Credentials as one request carries them. */
export interface PlacedCredentials {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Encoded `name=value` pairs of the query. */
  readonly pairs: readonly string[];
  /** `name=value` pairs of the Cookie header. */
  readonly cookies: readonly string[];
}

export const noCredentials: PlacedCredentials = { headers: {}, pairs: [], cookies: [] };

/** Credentials that are sent together. */
export function together(all: readonly PlacedCredentials[]): PlacedCredentials {
  if (all.length === 1) return all[0]!;
  return {
    headers: Object.assign({}, ...all.map(({ headers }) => headers)) as Record<string, string>,
    pairs: all.flatMap(({ pairs }) => pairs),
    cookies: all.flatMap(({ cookies }) => cookies),
  };
}
