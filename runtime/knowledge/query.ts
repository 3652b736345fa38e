import type { KnowledgeKind } from "../contract/catalogue.js";
import { plain } from "../text/words.js";
import type { Words } from "./words.js";

/** What a query asks for. */
export interface Query {
  readonly plain: string;
  /** Stems, each once, without the names of kinds. */
  readonly terms: readonly string[];
  /** The words of those, as they were written. */
  readonly written: readonly string[];
  /** Kinds that it names. */
  readonly kinds: ReadonlySet<string>;
  /** A record's number: `#402`, `order 402`, or nothing but `402`. */
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
  const written = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return {
    plain: whole.trim(),
    terms: [...terms],
    written: written.filter((word) => word !== number && words(word).some((term) => terms.has(term))),
    kinds: new Set(named.map(({ kind }) => kind)),
    ...(number === undefined ? {} : { number }),
  };
}

/** What comes first is the newest anyway. */
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
