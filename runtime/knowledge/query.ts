import type { KnowledgeKind } from "../contract/catalogue.js";
import { plain } from "../text/words.js";
import type { Words } from "./words.js";

/** A parsed query. */
export interface Query {
  readonly plain: string;
  /** Stems without duplicates and without the names of kinds. */
  readonly terms: readonly string[];
  /** The same words as they were written. */
  readonly written: readonly string[];
  /** Kinds that the query names. */
  readonly kinds: ReadonlySet<string>;
  /** A record's number: `#402`, `order 402`, or only `402`. */
  readonly number?: string;
}

export function readQuery(text: string, kinds: readonly KnowledgeKind[], words: Words): Query {
  const whole = ` ${plain(text)} `;
  const named = kinds.filter(({ names }) => names.some((name) => whole.includes(` ${plain(name)} `)));
  const number =
    /(?:^|[^\p{L}\p{N}])#\s*(\d+)\b/u.exec(text)?.[1] ??
    /^\s*(\d+)\s*$/.exec(text)?.[1] ??
    numberAfterKind(whole, named);
  const rest = named
    .flatMap(({ names }) => names)
    .reduce((left, name) => left.replaceAll(` ${plain(name)} `, "  "), whole);
  const terms = new Set(words(rest.replace(ORDER, " ")));
  const written = text.split(/\s+/).map((word) => /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(word)?.[0] ?? "");
  return {
    plain: whole.trim(),
    terms: [...terms],
    written: written.filter((word) => word !== number && words(word).some((term) => terms.has(term))),
    kinds: new Set(named.map(({ kind }) => kind)),
    ...(number === undefined ? {} : { number }),
  };
}

/** The newest records come first anyway. */
const ORDER = /\b(?:latest|newest|recent|recently|last|current|currently)\b/g;

function numberAfterKind(whole: string, named: readonly KnowledgeKind[]): string | undefined {
  for (const name of named.flatMap(({ names }) => names)) {
    const at = whole.indexOf(` ${plain(name)} `);
    const number =
      at < 0 ? undefined : /^ (?:number |no )?(\d+) /.exec(whole.slice(at + plain(name).length + 1))?.[1];
    if (number !== undefined) return number;
  }
  return undefined;
}
