/** A moment as local clocks show it. */
interface WallClock {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly minutes: number;
}

const dayLength = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(name: unknown): boolean {
  try {
    formatOf(String(name));
    return true;
  } catch {
    return false;
  }
}

/** The local day and time of day in a zone. */
export function wallClock(at: number, zone: string): WallClock {
  const local = at + offsetAt(at, zone);
  const day = Math.floor(local / dayLength);
  return { day, minutes: Math.floor((local - day * dayLength) / 60_000) };
}

/** The moment at which local clocks in a zone show this day and time of day. */
export function momentAt(day: number, minutes: number, zone: string): number {
  const local = day * dayLength + minutes * 60_000;
  // The second step corrects the offset if the clocks change between the guess and the result.
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}

/** Days since the last Monday, from days since 1970-01-01, which was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function offsetAt(at: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(at);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour") % 24,
    number("minute"),
    number("second"),
  );
  return shown - Math.floor(at / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}
