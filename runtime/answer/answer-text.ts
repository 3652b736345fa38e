import { Fault } from "../fault.js";
import type { HeaderValues } from "../upstream/ratelimit.js";
import { readListing } from "./envelope.js";
import { presentList, presentValue, type Gathered, type Remarks } from "./present.js";
import type { Content } from "./read.js";
import type { Shaping } from "./shaping.js";

/** What an answer is made into text by. */
export interface Presenting {
  readonly title: string;
  readonly read: boolean;
  readonly shaping: Shaping;
  readonly plain: Shaping;
  readonly budget: number;
  readonly remarks: Remarks;
  /** Removes what must not be seen. */
  readonly clean: (value: unknown) => unknown;
}

/** The result's text for one answer that is no page of a list. */
export function answerText(content: Content, headers: HeaderValues, presenting: Presenting): string {
  const { clean, title } = presenting;
  switch (content.kind) {
    case "json": {
      const listing = readListing(content.value, headers, false);
      if (!listing) return valueText(clean(content.value), presenting);
      const { items, total, also, next } = listing;
      const isPart = (total !== undefined && total > items.length) || (next !== undefined && next !== null);
      const note = isPart ? `${title} has more than these, but this tool has no argument for further pages.` : undefined;
      return listText({ items, total, also, note }, presenting);
    }
    case "empty":
      return valueText({ status: content.status, message: emptyMessage(content.status, presenting) }, presenting, true);
    case "text":
      return valueText({ text: clean(content.text), content_type: content.type || undefined }, presenting, true);
    case "binary": {
      const message = "The answer is no text; its bytes are not shown.";
      return valueText({ content_type: content.type || undefined, bytes: content.bytes, message }, presenting, true);
    }
  }
}

/** The result's text for a list, from one page or from several. */
export function listText(gathered: Gathered, presenting: Presenting): string {
  const { clean, budget, remarks } = presenting;
  const seen = { ...gathered, items: clean(gathered.items) as unknown[], also: clean(gathered.also) };
  return orPlain(presenting, (shaping, more) => presentList(seen, shaping, budget, { ...remarks, ...more }));
}

function valueText(value: unknown, presenting: Presenting, isOurs = false): string {
  const { budget, remarks } = presenting;
  if (isOurs) return presentValue(value, { apply: (one) => one }, budget, remarks);
  return orPlain(presenting, (shaping, more) => presentValue(value, shaping, budget, { ...remarks, ...more }));
}

/** The answer is here and must reach the caller, even where its `fields` can't be applied to it. */
function orPlain({ shaping, plain }: Presenting, present: (shaping: Shaping, more: Remarks) => string): string {
  try {
    return present(shaping, {});
  } catch (error) {
    if (!(error instanceof Fault) || shaping.fields === undefined) throw error;
    return present(plain, { fields_note: `${error.message} The answer is given without it.` });
  }
}

function emptyMessage(status: number, { title, read }: Presenting): string {
  if (read) return `${title} answered ${status} without content. That is no list, not even an empty one.`;
  return status === 202 ? `${title} accepted it; the work goes on.` : `Done; ${title} answers this without content.`;
}
