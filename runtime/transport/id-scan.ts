import { parsedJson } from "../values/json.js";

/** The id of a request. */
export type Id = string | number;

export function isId(value: unknown): value is Id {
  return typeof value === "string" || Number.isSafeInteger(value);
}

/** A longer member of a message cannot be its id. */
const mostOfMember = 1_000;

const [quote, backslash, comma] = [34, 92, 44];
const [openList, closeList, openRecord, closeRecord] = [91, 93, 123, 125];

/** Finds the id in a message that is too long to parse, chunk by chunk, without storing the chunks. */
export function createIdScan() {
  let [depth, isText, isEscaped] = [0, false, false];
  let member: number[] = [];
  let found: Id | null = null;

  /** The bytes of a top-level member were read. */
  function endMember(): void {
    const id = member.length <= mostOfMember ? idOf(Buffer.from(member).toString("utf8")) : undefined;
    if (isId(id)) found = id;
    member = [];
  }

  function step(byte: number): void {
    if (isEscaped) isEscaped = false;
    else if (isText) {
      isEscaped = byte === backslash;
      isText = byte !== quote;
    } else if (byte === quote) isText = true;
    else if (byte === openRecord || byte === openList) {
      depth++;
      if (depth === 1) return;
    } else if (byte === closeRecord || byte === closeList) {
      depth--;
      if (depth === 0) return endMember();
    } else if (byte === comma && depth === 1) return endMember();
    if (depth > 0 && member.length <= mostOfMember) member.push(byte);
  }

  return {
    take: (part: Buffer): void => part.forEach(step),
    id: (): Id | null => found,
  };
}

function idOf(member: string): unknown {
  return (parsedJson(`{${member}}`) as { readonly id?: unknown } | undefined)?.id;
}
