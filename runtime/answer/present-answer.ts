import { Fault } from "../contract/fault.js";
import type { Answered, Remarks } from "../contract/outcome.js";
import type { HeaderValues } from "../contract/answer.js";
import { readListing } from "./envelope.js";
import { reshaped } from "./outcome-text.js";
import { FIELDS_OF_LISTS, TooMuchOnAnswer } from "./fields-fault.js";
import { nestsDeep } from "./nesting.js";
import { itemsWithin, presentList, presentValue, type Gathered, type Showing } from "./present.js";
import type { Content } from "./read.js";
import type { Shaping, StartShaping } from "./shaping.js";
import { ownTurn } from "./weight.js";

/** The settings for showing an answer. */
export interface Presenting {
  readonly title: string;
  readonly read: boolean;
  readonly shaping: StartShaping;
  readonly plain: Shaping;
  readonly budget: number;
  /** Largest file of an answer that is passed on, in bytes; 0 passes none on. */
  readonly mostMediaBytes: number;
  readonly remarks: Remarks;
  /** How much work the answer causes. Each step on a heavy answer gets its own turn of the event loop. */
  readonly weight: number;
  /** Removes secrets and invisible characters. */
  readonly clean: (value: unknown) => unknown;
}

/** One answer that is not a page of a list. */
export async function presentAnswer(
  content: Content,
  headers: HeaderValues,
  presenting: Presenting,
): Promise<Answered> {
  const { clean, title } = presenting;
  switch (content.kind) {
    case "json": {
      const listing = readListing(content.value, headers, false);
      if (!listing) return presentOne(content.value, presenting);
      const { items, total, also, next } = listing;
      const isPart = (total !== undefined && total > items.length) || (next !== undefined && next !== null);
      const note = isPart
        ? `${title} has more than these, but this tool has no argument for further pages.`
        : undefined;
      return presentItems({ items, total, also, note }, presenting);
    }
    case "empty":
      return ownWords(
        { status: content.status, message: emptyMessage(content.status, presenting) },
        presenting,
      );
    case "headers":
      return ownWords({ status: content.status, headers: clean(content.headers) }, presenting);
    case "text": {
      await ownTurn(presenting.weight);
      const note = content.isPart ? "Reading ended before the text did. More may follow." : undefined;
      return ownWords(
        { text: clean(content.text), content_type: content.type || undefined, note },
        presenting,
      );
    }
    case "binary":
      return presentBytes(content.bytes, content.type, presenting);
  }
}

/** Files within the limit are added to the text. Other files are only described in it. */
function presentBytes(bytes: Uint8Array, type: string, presenting: Presenting): Answered {
  const { mostMediaBytes, clean } = presenting;
  const isSmall = bytes.length <= mostMediaBytes;
  const text = isSmall ? asLatin(bytes) : "";
  // Redaction cannot change bytes of a file, so a file with a secret is not passed on.
  const isShown = isSmall && clean(text) === text;
  const why = isSmall
    ? "It holds a secret, so it is not passed on."
    : mostMediaBytes === 0
      ? "This server does not pass files on."
      : `Files over ${mostMediaBytes} bytes are not passed on.`;
  const message = isShown ? "The file follows." : `The answer is a file. ${why}`;
  const told = ownWords({ content_type: type || undefined, bytes: bytes.length, message }, presenting);
  if (!isShown) return told;
  const media = { type: type || "application/octet-stream", base64: Buffer.from(bytes).toString("base64") };
  return { ...told, media };
}

/** The readable bytes as text. Others become spaces. */
function asLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[^\x21-\x7e]/g, " ");
}

/** A list, from one page or from several. */
export async function presentItems(gathered: Gathered, presenting: Presenting): Promise<Answered> {
  const { clean, weight, remarks, budget } = presenting;
  await ownTurn(weight);
  const also = clean(gathered.also);
  const shaping = presenting.shaping();
  if (shaping.fields === undefined) {
    const items = itemsWithin(gathered.items, (item) => clean(oneOf(shaping, item)), budget);
    const told =
      shaping.cutsNested && nestsDeep(gathered.items.slice(0, items.length)) ? withNested(remarks) : remarks;
    await ownTurn(weight);
    return presentList(
      { ...gathered, fetched: gathered.items.length, items, also },
      { shaping: AS_IT_IS, budget, remarks: told },
    );
  }
  const answered = await projected(gathered.items, presenting, (value, showing) => {
    const items = value as unknown[];
    // There may be very many items. An expression over all of them has its own limit.
    const shown = showing.shaping.fields === undefined ? itemsWithin(items, (item) => item, budget) : items;
    return presentList({ ...gathered, fetched: items.length, items: shown, also }, showing);
  });
  return reshaped(answered);
}

/** A view's result for one item of a list. */
function oneOf(shaping: Shaping, item: unknown): unknown {
  return (shaping.apply([item]) as unknown[])[0];
}

/** Our own text about the answer, which needs no shaping. */
function ownWords(value: unknown, { budget, remarks }: Presenting): Answered {
  return presentValue(value, { shaping: AS_IT_IS, budget, remarks });
}

const AS_IT_IS: Shaping = { apply: (value) => value };

/**
 * One record. A view may run before cleaning, because it keeps the names that mark secrets. A projection may not,
 * because it renames fields.
 */
async function presentOne(value: unknown, presenting: Presenting): Promise<Answered> {
  const { clean, weight, budget, remarks } = presenting;
  const shaping = presenting.shaping();
  if (shaping.fields !== undefined) return reshaped(await projected(value, presenting, presentValue));
  await ownTurn(weight);
  const told = shaping.cutsNested && nestsDeep(value) ? withNested(remarks) : remarks;
  const cleaned = clean(shaping.apply(value));
  await ownTurn(weight);
  return presentValue(cleaned, { shaping: AS_IT_IS, budget, remarks: told });
}

/**
 * The result of `fields` for an answer. If they cannot be applied to a list, they are applied to each item, and a
 * failing item becomes null. The whole list is never shown instead, because it may be very long.
 */
async function projected(
  value: unknown,
  { shaping: start, plain, clean, weight, budget, remarks }: Presenting,
  present: (value: unknown, showing: Showing) => Answered,
): Promise<Answered> {
  await ownTurn(weight);
  const cleaned = clean(value);
  await ownTurn(weight);
  try {
    return present(cleaned, { shaping: start(), budget, remarks });
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== "invalid_arguments") throw error;
    await ownTurn(weight);
    const noted = (what: string) => ({ ...remarks, fields_note: `${error.message} ${what}` });
    if (!Array.isArray(cleaned)) {
      const told = noted("The answer is given without it.");
      return present(plain.apply(cleaned), { shaping: AS_IT_IS, budget, remarks: told });
    }
    const items = itemByItem(cleaned, start());
    if (items) return present(items, { shaping: AS_IT_IS, budget, remarks: noted("Such items are null.") });
    const told = noted(`None of the ${cleaned.length} items is shown. ${FIELDS_OF_LISTS}`);
    return presentValue(null, { shaping: AS_IT_IS, budget, remarks: told });
  }
}

function withNested(remarks: Remarks): Remarks {
  return { ...remarks, nested: NESTED };
}

const NESTED =
  "Records more than two levels down show only id, slug and name. fields reaches all of them, as does their own tool.";

/**
 * The expression's result for each item, null if it fails; undefined if it fails for all or for very many, or the input
 * is not a list.
 */
function itemByItem(items: readonly unknown[], shaping: Shaping): unknown[] | undefined {
  let [applied, failures] = [0, 0];
  const made: unknown[] = [];
  for (const item of items) {
    try {
      const result = shaping.apply([item]);
      if (!Array.isArray(result)) return undefined;
      made.push(...(result as unknown[]));
      applied += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      failures += 1;
      if (failures > MOST_FAILURES || error instanceof TooMuchOnAnswer) return undefined;
      made.push(null);
    }
  }
  return applied > 0 ? made : undefined;
}

/** An error takes as long as many steps of an expression. */
const MOST_FAILURES = 200;

function emptyMessage(status: number, { title, read }: Presenting): string {
  if (read) return `${title} answered ${status} without content. That is not a list, not even an empty one.`;
  return status === 202
    ? `${title} accepted it; the work continues.`
    : `Done; ${title} answers this without content.`;
}
