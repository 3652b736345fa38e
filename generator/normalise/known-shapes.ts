import type { Shape } from "../model/shape.js";
import type { Raw } from "./raw.js";
import type { Budget, Known, Reading, SchemaPosition } from "./reading.js";

/** A schema that was read, and all that another reading would go through in it. */
interface KnownShape {
  readonly shape: Shape;
  /** The references inside it. */
  readonly inside: ReadonlySet<string>;
  /** How many schemas it has. */
  readonly schemas: number;
  readonly reports: readonly string[];
}

const kept = new WeakMap<Raw, Map<string, Map<string, KnownShape>>>();

/**
 * The schemas that a document refers to, each read once for a level and a kind of reading. Operations share them: for
 * FireHydrant this saves two thirds of the readings.
 */
export class KnownShapes implements Known {
  readonly #known: Map<string, KnownShape>;
  readonly #budget: Budget;
  readonly #report: Reading["report"];
  readonly #references: string[] = [];
  readonly #reports: string[] = [];

  constructor(document: Raw, { side, files, levels, words, report }: Reading, budget: Budget) {
    const kinds = kept.get(document) ?? new Map<string, Map<string, KnownShape>>();
    const kind = [side, files, levels, words].join(" ");
    this.#known = kinds.get(kind) ?? new Map<string, KnownShape>();
    kept.set(document, kinds.set(kind, this.#known));
    this.#budget = budget;
    this.#report = report;
  }

  /** Every report passes here, so that a schema that is not read again is reported again. */
  report(what: string): void {
    this.#reports.push(what);
    this.#report(what);
  }

  passes(step: string): void {
    this.#references.push(step);
  }

  of(step: string, position: SchemaPosition, read: () => Shape): Shape {
    const isOpen = (inner: string) => position.trail.includes(inner) || position.parts.includes(inner);
    const key = `${position.level} ${step}`;
    const known = this.#known.get(key);
    if (known && ![...known.inside].some(isOpen)) return this.#again(known);
    const { length } = this.#references;
    const said = this.#reports.length;
    const { left } = this.#budget;
    const shape = read();
    const inside = new Set(this.#references.slice(length));
    if (![...inside].some(isOpen)) {
      const schemas = left - this.#budget.left;
      this.#known.set(key, { shape, inside, schemas, reports: this.#reports.slice(said) });
    }
    return shape;
  }

  #again({ shape, inside, schemas, reports }: KnownShape): Shape {
    this.#budget.spend(schemas);
    this.#references.push(...inside);
    for (const what of reports) this.report(what);
    return shape;
  }
}
