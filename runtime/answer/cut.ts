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
    const cutting = { caps, cuts: [], room: ROOM * budget };
    const cut = cutBy(cutting, value, "");
    const { cuts, room } = cutting;
    if (room > 0 && estimateTokens(JSON.stringify(cut), budget) <= budget) return { value: cut, cuts };
  }
  // If it is both deep and wide, the result is its beginning as text.
  const text = JSON.stringify(value);
  const beginning = text.slice(0, budget);
  return {
    value: beginning,
    cuts: [{ at: "@", shown: beginning.length, of: text.length, unit: "characters" }],
  };
}

/** One attempt to cut a value. */
interface Cutting {
  readonly caps: Caps;
  readonly cuts: Cut[];
  /** The approximate remaining tokens. At zero the attempt has failed, and the rest stays uncut. */
  room: number;
}

/** An attempt stops once its parts have this many times the budget's tokens. */
const ROOM = 2;

function cutBy(cutting: Cutting, value: unknown, at: string): unknown {
  const { caps, cuts } = cutting;
  if (cutting.room <= 0) return value;
  if (typeof value === "string") return cutText(cutting, value, at);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const shown = value.slice(0, caps.items);
    if (shown.length < value.length)
      cuts.push({ at: at || "@", shown: shown.length, of: value.length, unit: "items" });
    return shown.map((item, index) => cutBy(cutting, item, `${at}[${index}]`));
  }
  const fields = Object.entries(value);
  const shown = fields.slice(0, caps.items);
  if (shown.length < fields.length)
    cuts.push({ at: at || "@", shown: shown.length, of: fields.length, unit: "fields" });
  return Object.fromEntries(shown.map(([name, held]) => [name, cutBy(cutting, held, join(at, name))]));
}

function cutText(cutting: Cutting, text: string, at: string): string {
  const most = cutting.caps.characters;
  const isWhole = text.length <= most;
  // A cut inside a surrogate pair would leave half a character.
  const end = isWhole ? text.length : /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  const shown = isWhole ? text : `${text.slice(0, end)}…`;
  cutting.room -= estimateTokens(shown, cutting.room);
  if (!isWhole) cutting.cuts.push({ at: at || "@", shown: end, of: text.length, unit: "characters" });
  return shown;
}

function join(at: string, name: string): string {
  const step = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  return at === "" ? step : `${at}.${step}`;
}
