import { Fault } from "../contract/fault.js";
import type { Answered, Remarks } from "../contract/outcome.js";
import type { HeaderValues } from "../contract/answer.js";
import { readListing } from "./envelope.js";
import { FIELDS_OF_LISTS } from "./fields.js";
import { nestsDeep } from "./nesting.js";
import { presentList, presentValue, type Gathered, type Showing } from "./present.js";
import type { Content } from "./read.js";
import type { Shaping, StartShaping } from "./shaping.js";

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
  /** Removes secrets and invisible characters. */
  readonly clean: (value: unknown) => unknown;
}

/** One answer that is not a page of a list. */
export function presentAnswer(content: Content, headers: HeaderValues, presenting: Presenting): Answered {
  const { clean, title } = presenting;
  switch (content.kind) {
    case "json": {
      const listing = readListing(content.value, headers, false);
      if (!listing) return shaped(content.value, presenting, presentValue);
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
      const note = content.isPart
        ? "Reading stopped while the stream continued. More may follow."
        : undefined;
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
  const { mostMediaBytes } = presenting;
  const isShown = bytes.length <= mostMediaBytes;
  const why =
    mostMediaBytes === 0
      ? "This server does not pass files on."
      : `Files over ${mostMediaBytes} bytes are not passed on.`;
  const message = isShown ? "The file follows." : `The answer is a file. ${why}`;
  const told = ownWords({ content_type: type || undefined, bytes: bytes.length, message }, presenting);
  if (!isShown) return told;
  const media = { type: type || "application/octet-stream", base64: Buffer.from(bytes).toString("base64") };
  return { ...told, media };
}

/** A list, from one page or from several. */
export function presentItems(gathered: Gathered, presenting: Presenting): Answered {
  const also = presenting.clean(gathered.also);
  return shaped(gathered.items, presenting, (items, showing) =>
    presentList({ ...gathered, items: items as unknown[], also }, showing),
  );
}

/** Our own text about the answer, which needs no shaping. */
function ownWords(value: unknown, { budget, remarks }: Presenting): Answered {
  return presentValue(value, { shaping: AS_IT_IS, budget, remarks });
}

const AS_IT_IS: Shaping = { apply: (value) => value };

/**
 * Cleans everything that will be shown. A view may run first, because it keeps the names that mark secrets. A
 * projection may not, because it renames fields. If `fields` cannot be applied to a list, it is applied to each item,
 * and a failing item becomes null. The whole list is never shown instead, because it may be very long.
 */
function shaped(
  value: unknown,
  { shaping: start, plain, clean, budget, remarks }: Presenting,
  present: (value: unknown, showing: Showing) => Answered,
): Answered {
  const shaping = start();
  if (shaping.fields === undefined) {
    const told = shaping.cutsNested && nestsDeep(value) ? { ...remarks, nested: NESTED } : remarks;
    return present(clean(shaping.apply(value)), { shaping: AS_IT_IS, budget, remarks: told });
  }
  try {
    return present(clean(value), { shaping, budget, remarks });
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== "invalid_arguments") throw error;
    const noted = (what: string) => ({ ...remarks, fields_note: `${error.message} ${what}` });
    if (!Array.isArray(value)) {
      const told = noted("The answer is given without it.");
      return present(clean(plain.apply(value)), { shaping: AS_IT_IS, budget, remarks: told });
    }
    const items = itemByItem(clean(value) as unknown[], start());
    if (items) return present(items, { shaping: AS_IT_IS, budget, remarks: noted("Such items are null.") });
    const told = noted(`None of the ${value.length} items is shown. ${FIELDS_OF_LISTS}`);
    return presentValue(null, { shaping: AS_IT_IS, budget, remarks: told });
  }
}

const NESTED =
  "Records more than two levels down show only id, slug and name. fields reaches all of them, as does their own tool.";

/**
 * The expression's result for each item, null if it fails; undefined if it fails for all or the input is not a list.
 */
function itemByItem(items: readonly unknown[], shaping: Shaping): unknown[] | undefined {
  let applied = 0;
  const made: unknown[] = [];
  for (const item of items) {
    try {
      const result = shaping.apply([item]);
      if (!Array.isArray(result)) return undefined;
      made.push(...(result as unknown[]));
      applied += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      made.push(null);
    }
  }
  return applied > 0 ? made : undefined;
}

function emptyMessage(status: number, { title, read }: Presenting): string {
  if (read) return `${title} answered ${status} without content. That is not a list, not even an empty one.`;
  return status === 202
    ? `${title} accepted it; the work continues.`
    : `Done; ${title} answers this without content.`;
}
