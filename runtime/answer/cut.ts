import { estimateTokens } from "./budget.js";

/** A list or a text that was cut: its place, and how much is left. */
export interface Cut {
  readonly at: string;
  readonly shown: number;
  readonly of: number;
  readonly unit: "items" | "characters" | "fields";
}

interface Caps {
  readonly items: number;
  readonly characters: number;
}

const CAPS: readonly Caps[] = [
  { items: 500, characters: 20_000 },
  { items: 200, characters: 8_000 },
  { items: 100, characters: 4_000 },
  { items: 50, characters: 2_000 },
  { items: 20, characters: 1_000 },
  { items: 10, characters: 500 },
  { items: 5, characters: 250 },
  { items: 2, characters: 100 },
];

/**
 * Cuts the long lists and texts of a single value that exceeds the budget. All are cut to one length, the largest that
 * fits. Lists are cut between items. Reports each cut place.
 */
export function cutToBudget(value: unknown, budget: number): { value: unknown; cuts: readonly Cut[] } {
  for (const caps of CAPS) {
    const cuts: Cut[] = [];
    const cut = cutBy(caps, value, "", cuts);
    if (estimateTokens(JSON.stringify(cut)) <= budget) return { value: cut, cuts };
  }
  // If it is both deep and wide, the result is its beginning as text.
  const text = JSON.stringify(value);
  const beginning = text.slice(0, budget);
  return {
    value: beginning,
    cuts: [{ at: "@", shown: beginning.length, of: text.length, unit: "characters" }],
  };
}

function cutBy(caps: Caps, value: unknown, at: string, cuts: Cut[]): unknown {
  if (typeof value === "string") return cutText(caps.characters, value, at, cuts);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const shown = value.slice(0, caps.items);
    if (shown.length < value.length)
      cuts.push({ at: at || "@", shown: shown.length, of: value.length, unit: "items" });
    return shown.map((item, index) => cutBy(caps, item, `${at}[${index}]`, cuts));
  }
  const fields = Object.entries(value);
  const shown = fields.slice(0, caps.items);
  if (shown.length < fields.length)
    cuts.push({ at: at || "@", shown: shown.length, of: fields.length, unit: "fields" });
  return Object.fromEntries(shown.map(([name, held]) => [name, cutBy(caps, held, join(at, name), cuts)]));
}

function cutText(most: number, text: string, at: string, cuts: Cut[]): string {
  if (text.length <= most) return text;
  // A cut inside a surrogate pair would leave half a character.
  const end = /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  cuts.push({ at: at || "@", shown: end, of: text.length, unit: "characters" });
  return `${text.slice(0, end)}…`;
}

function join(at: string, name: string): string {
  const step = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  return at === "" ? step : `${at}.${step}`;
}
