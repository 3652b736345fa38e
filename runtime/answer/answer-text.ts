import { Fault } from "../contract/fault.js";
import type { HeaderValues } from "../upstream/ratelimit.js";
import { readListing } from "./envelope.js";
import { presentList, presentValue, type Gathered, type Remarks } from "./present.js";
import type { Content } from "./read.js";
import type { Shaping } from "./shaping.js";

/** What an answer is made into text by. */
export interface Presenting {
  readonly title: string;
  readonly read: boolean;
  /** Starts the shaping of one result. */
  readonly shaping: () => Shaping;
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
      if (!listing) return valueText(content.value, presenting);
      const { items, total, also, next } = listing;
      const isPart = (total !== undefined && total > items.length) || (next !== undefined && next !== null);
      const note = isPart
        ? `${title} has more than these, but this tool has no argument for further pages.`
        : undefined;
      return listText({ items, total, also, note }, presenting);
    }
    case "empty":
      return ownText(
        { status: content.status, message: emptyMessage(content.status, presenting) },
        presenting,
      );
    case "text":
      return ownText({ text: clean(content.text), content_type: content.type || undefined }, presenting);
    case "binary": {
      const message = "The answer is no text; its bytes are not shown.";
      return ownText({ content_type: content.type || undefined, bytes: content.bytes, message }, presenting);
    }
  }
}

/** The result's text for a list, from one page or from several. */
export function listText(gathered: Gathered, presenting: Presenting): string {
  const { budget, remarks } = presenting;
  const also = presenting.clean(gathered.also);
  return shaped(gathered.items, presenting, (items, shaping, more) =>
    presentList({ ...gathered, items: items as unknown[], also }, shaping, budget, { ...remarks, ...more }),
  );
}

function valueText(value: unknown, presenting: Presenting): string {
  const { budget, remarks } = presenting;
  return shaped(value, presenting, (seen, shaping, more) =>
    presentValue(seen, shaping, budget, { ...remarks, ...more }),
  );
}

/** A text of ours about the answer, which needs no shaping. */
function ownText(value: unknown, { budget, remarks }: Presenting): string {
  return presentValue(value, AS_IT_IS, budget, remarks);
}

const AS_IT_IS: Shaping = { apply: (value) => value };

type Present = (value: unknown, shaping: Shaping, more: Remarks) => string;

/**
 * Cleans what will be seen. A view may go first, for it keeps the names by which secrets are known; a projection may
 * not, for it gives new ones. The answer is here and must reach the caller even where its `fields` can't be applied.
 */
function shaped(value: unknown, { shaping: start, plain, clean }: Presenting, present: Present): string {
  const shaping = start();
  if (shaping.fields === undefined) return present(clean(shaping.apply(value)), AS_IT_IS, {});
  try {
    return present(clean(value), shaping, {});
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== "invalid_arguments") throw error;
    const note = `${error.message} The answer is given without it.`;
    return present(clean(plain.apply(value)), AS_IT_IS, { fields_note: note });
  }
}

function emptyMessage(status: number, { title, read }: Presenting): string {
  if (read) return `${title} answered ${status} without content. That is no list, not even an empty one.`;
  return status === 202
    ? `${title} accepted it; the work goes on.`
    : `Done; ${title} answers this without content.`;
}
