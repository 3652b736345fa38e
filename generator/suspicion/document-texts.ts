import { plain } from "../describe/plain.js";
import { list, record, text, type OpenApiDocument, type Raw } from "../normalise/raw.js";
import { pointer } from "../model/problem.js";
import type { Accepted } from "./accepted.js";
import type { Held } from "./hold-back.js";
import { valueSuspicions } from "./signs.js";

/** A document without texts outside of its operations that look like instructions to a model. */
export interface SafeDocument {
  readonly document: OpenApiDocument;
  readonly held: readonly Held[];
}

/**
 * Leaves out suspicious texts of what a server shows besides its tools, and of what decides about keys: the title,
 * names of servers, security schemes and scopes. Names of schemas are only reported.
 */
export function safeDocument(given: OpenApiDocument, accepted: Accepted): SafeDocument {
  const filter = new TextFilter(accepted);
  const { info, servers, security, components, paths } = given;
  const kinds = record(components);
  for (const [kind, all] of Object.entries(kinds))
    for (const name of Object.keys(record(all))) filter.holds(name, `#${pointer("components", kind, name)}`);
  const required = (ways: unknown, at: string) => withoutHeldWays(list(ways), at, filter);
  const document = {
    ...given,
    // A title is shown without markup and invisible characters.
    info: { ...record(info), title: filter.clean(plain(text(record(info).title) ?? ""), "#/info/title") },
    ...(servers === undefined ? {} : { servers: filter.clean(servers, "#/servers") }),
    ...(security === undefined ? {} : { security: required(security, "#/security") }),
    ...(components === undefined
      ? {}
      : {
          components: {
            ...kinds,
            securitySchemes: filter.clean(record(kinds.securitySchemes), "#/components/securitySchemes"),
          },
        }),
    paths: withSecurity(record(paths), required),
  };
  return { document, held: filter.held };
}

/** Facts of which types are made, without any text that looks like an instruction, and what was left out. */
export function safeFacts(facts: OpenApiDocument, accepted: Accepted): SafeDocument {
  const filter = new TextFilter(accepted);
  // Few documents have such a text, and a search alone takes a fifth of the time.
  if (!filter.finds(facts)) return { document: facts, held: [] };
  return { document: filter.clean(facts, "#") as OpenApiDocument, held: filter.held };
}

/** Every name and value of a document that looks like an instruction, without prose. */
export function suspiciousTexts(document: OpenApiDocument, accepted: Accepted): readonly Held[] {
  const filter = new TextFilter(accepted);
  const seen = new Set<string>();
  const look = (text: string, at: string) => {
    if (text.length < SHORTEST_ORDER || seen.has(text)) return;
    seen.add(text);
    filter.holds(text, at);
  };
  const walk = (value: unknown, at: string) => {
    if (typeof value === "string") return look(value, at);
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      look(name, at);
      if (!(typeof member === "string" && PROSE.has(name))) walk(member, at === "#" ? `#/${name}` : at);
    }
  };
  walk(document, "#");
  return filter.held;
}

/** Length of the shortest text that can be an order. */
const SHORTEST_ORDER = 10;

const PROSE: ReadonlySet<string> = new Set("description summary title example".split(" "));

/** A security requirement is left out as a whole, because half of it would admit everyone. */
function withoutHeldWays(ways: readonly unknown[], at: string, filter: TextFilter): unknown[] {
  return ways.filter((way) =>
    Object.entries(record(way)).every(
      ([scheme, scopes]) =>
        ![scheme, ...list(scopes).map(String)].some((name) => filter.holds(name, `${at} ${scheme}`)),
    ),
  );
}

function withSecurity(paths: Raw, required: (ways: unknown, at: string) => unknown[]): Raw {
  const items = Object.entries(paths).map(([path, item]) => {
    const members = Object.entries(record(item)).map(([method, given]): [string, unknown] => {
      const operation = record(given);
      if (operation.security === undefined) return [method, given];
      const at = `#${pointer("paths", path, method, "security")}`;
      return [method, { ...operation, security: required(operation.security, at) }];
    });
    return [path, { ...record(item), ...Object.fromEntries(members) }];
  });
  return Object.fromEntries(items) as Raw;
}

/** Removes texts and names that look like instructions and that no person accepted. */
class TextFilter {
  readonly held: Held[] = [];
  readonly #accepted: ReadonlySet<string>;
  readonly #known = new Map<string, readonly string[]>();

  constructor({ texts }: Accepted) {
    this.#accepted = texts;
  }

  holds(text: string, at: string): boolean {
    const signs = this.#signsOf(text);
    if (signs.length === 0) return false;
    this.held.push({ at, text, signs, leavesOut: false });
    return true;
  }

  /** Whether any name or text in the value is held. */
  finds(value: unknown): boolean {
    if (typeof value === "string") return this.#signsOf(value).length > 0;
    if (typeof value !== "object" || value === null) return false;
    if (Array.isArray(value)) return value.some((item) => this.finds(item));
    return Object.keys(value).some(
      (name) => this.#signsOf(name).length > 0 || this.finds((value as Raw)[name]),
    );
  }

  /** The value without them; `undefined` for a text that is one itself. */
  clean(value: unknown, at: string): unknown {
    if (typeof value === "string") return this.holds(value, at) ? undefined : value;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value))
      return value.flatMap((item: unknown, index): unknown[] => {
        const clean = this.clean(item, `${at}/${index}`);
        return clean === undefined ? [] : [clean];
      });
    const members = Object.entries(value).flatMap(([name, member]) => {
      const place = at + pointer(name);
      if (this.holds(name, place)) return [];
      const clean = this.clean(member, place);
      // An empty enum would allow no value.
      const isEmpty = clean === undefined || (name === "enum" && Array.isArray(clean) && clean.length === 0);
      return isEmpty ? [] : [[name, clean]];
    });
    return Object.fromEntries(members);
  }

  /** The signs of a text that no person accepted. */
  #signsOf(text: string): readonly string[] {
    const known = this.#known.get(text);
    if (known) return known;
    const signs = this.#accepted.has(text) ? [] : signsOf(text);
    this.#known.set(text, signs);
    return signs;
  }
}

/** A path is checked by segments, and a URL without its escapes. */
function signsOf(text: string): readonly string[] {
  if (!/^(?:\/|https?:|#\/)/.test(text)) return valueSuspicions(text);
  return decoded(text).split("/").flatMap(valueSuspicions);
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
