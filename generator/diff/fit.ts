/** A part of a report: its first text, its blocks in order, and its last text. */
export interface Part {
  readonly opens: string;
  readonly blocks: readonly string[];
  readonly closes: string;
  /** Its share of the space, relative to the other parts. */
  readonly share: number;
}

/**
 * Cuts parts to a total size. Each part gets its share. Space that a part does not need goes to the others, first parts
 * first. Each part says how many of its blocks are left out.
 */
export function fitted(parts: readonly Part[], most: number, leftOut: (number: number) => string): string {
  const room = roomFor(parts, most);
  const printed = parts.map(({ opens, blocks, closes }, index) => {
    const shown = blocksWithin(blocks, room[index]! - opens.length - closes.length - LEFT_OUT_LENGTH);
    const rest = blocks.length - shown.length;
    return [opens, ...shown, ...(rest > 0 ? [leftOut(rest)] : []), closes].join("\n").trimEnd();
  });
  return `${printed.join("\n\n")}\n`;
}

const LEFT_OUT_LENGTH = 250;

function roomFor(parts: readonly Part[], most: number): number[] {
  const wanted = parts.map(lengthOf);
  const room = parts.map(() => 0);
  let left = most;
  let open = parts.map((_, index) => index);
  // A part that needs less than its share takes only what it needs. The others share the rest.
  for (;;) {
    const shares = open.reduce((sum, index) => sum + parts[index]!.share, 0);
    const content = open.filter((index) => wanted[index]! <= (left * parts[index]!.share) / shares);
    if (content.length === 0) {
      for (const index of open) room[index] = (left * parts[index]!.share) / shares;
      return room;
    }
    for (const index of content) {
      room[index] = wanted[index]!;
      left -= wanted[index]!;
    }
    open = open.filter((index) => !content.includes(index));
    if (open.length === 0) return room;
  }
}

function lengthOf({ opens, blocks, closes }: Part): number {
  const blocksLength = blocks.reduce((sum, block) => sum + block.length + 1, 0);
  return opens.length + closes.length + blocksLength + LEFT_OUT_LENGTH;
}

function blocksWithin(blocks: readonly string[], most: number): string[] {
  let left = most;
  const shown: string[] = [];
  for (const block of blocks) {
    left -= block.length + 1;
    if (left < 0) break;
    shown.push(block);
  }
  return shown;
}
