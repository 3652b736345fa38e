import type { Change } from "../change.js";
import { differenceOf } from "./difference.js";
import type { Side } from "./facts.js";
import type { Node } from "./node.js";
import type { Difference, Pair } from "./pair.js";
import { SameText, type Part, type Source } from "./same-text.js";
import { placed, sharedOf, visitInside, type Visit } from "./visit.js";

/** The difference of a pair, in the graph of all pairs. */
interface Compared extends Difference {
  /** Pairs that hold this one. */
  readonly outer: Set<Compared>;
  /** Whether something changed in the pair or below it. */
  isChanged: boolean;
}

/** Compares schemas of two documents. Each pair is compared once, at however many places it appears. */
export class SchemaComparison {
  readonly #text = new SameText();
  readonly #compared = { request: new PairMap<Compared>(), answer: new PairMap<Compared>() };
  /** A pair that is still being compared counts as the same, so that recursion ends. */
  readonly #same = { request: new PairMap<boolean>(), answer: new PairMap<boolean>() };

  /** Whether two operations, or a part of them, are described in the same text, so that none of their schemas differ. */
  isSameText(before: Source, after: Source, part: Part): boolean {
    return this.#text.isSame(before, after, part);
  }

  /**
   * Changes of a schema and of all schemas inside it. A schema that appears at several places is reported at the first.
   * @param at the schema's own place
   */
  changes(before: Node, after: Node, side: Side, at: string): Change[] {
    const seen = new Set<Compared>();
    const found: Change[] = [];
    const waiting: Visit[] = [{ before, after, at, within: undefined }];
    for (let index = 0; index < waiting.length; index++) {
      const visit = waiting[index]!;
      const compared = this.#compareAll(visit, side);
      if (seen.has(compared) || !compared.isChanged) continue;
      seen.add(compared);
      const within = sharedOf(visit);
      found.push(...compared.changes.map((one) => placed(one, visit, within)));
      waiting.push(...compared.inner.map((pair) => visitInside(pair, visit, within)));
    }
    return found;
  }

  /** Whether two schemas take the same values. */
  isSame(before: Node, after: Node, side: Side): boolean {
    const pair = { before, after };
    const known = this.#same[side].get(pair);
    if (known !== undefined) return known;
    this.#same[side].set(pair, true);
    const { changes, inner } = this.#difference(pair, side);
    const isSame = changes.length === 0 && inner.every((one) => this.isSame(one.before, one.after, side));
    this.#same[side].set(pair, isSame);
    return isSame;
  }

  /** Compares a pair and all pairs below it. */
  #compareAll(pair: Pair, side: Side): Compared {
    const known = this.#compared[side].get(pair);
    if (known) return known;
    const first = this.#compareOne(pair, side);
    const waiting = [first];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const inner of next.inner) {
        const isNew = this.#compared[side].get(inner) === undefined;
        const compared = this.#compareOne(inner, side);
        compared.outer.add(next);
        if (compared.isChanged) markChanged(next);
        if (isNew) waiting.push(compared);
      }
    }
    return first;
  }

  #compareOne(pair: Pair, side: Side): Compared {
    const known = this.#compared[side].get(pair);
    if (known) return known;
    const difference = this.#difference(pair, side);
    const compared = {
      ...difference,
      outer: new Set<Compared>(),
      isChanged: difference.changes.length > 0,
    };
    this.#compared[side].set(pair, compared);
    return compared;
  }

  #difference(pair: Pair, side: Side): Difference {
    return differenceOf(pair, side, (before, after) => this.isSame(before, after, side));
  }
}

/** Values by pair of schemas. */
class PairMap<T> {
  readonly #values = new WeakMap<Node, Map<Node, T>>();

  get({ before, after }: Pair): T | undefined {
    return this.#values.get(before)?.get(after);
  }

  set({ before, after }: Pair, value: T): void {
    const values = this.#values.get(before) ?? new Map<Node, T>();
    this.#values.set(before, values.set(after, value));
  }
}

/** Marks a pair and all pairs around it as changed. */
function markChanged(compared: Compared): void {
  const waiting = [compared];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.isChanged) continue;
    next.isChanged = true;
    waiting.push(...next.outer);
  }
}
