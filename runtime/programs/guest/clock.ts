/**
 * Gives the program one fixed time and repeatable random numbers. A program that is run again from its record then
 * makes the same calls.
 */
export function fixClock(now: number, seed: number): void {
  const Real = Date;
  function Fixed(...given: unknown[]) {
    const made = new.target as unknown as NewableFunction | undefined;
    if (!made) return new Real(now).toString();
    return Reflect.construct(Real, given.length === 0 ? [now] : given, made) as Date;
  }
  Fixed.prototype = Real.prototype;
  Fixed.now = () => now;
  Fixed.parse = (text: string) => Real.parse(text);
  Fixed.UTC = (...parts: Parameters<typeof Date.UTC>) => Real.UTC(...parts);
  Object.defineProperty(Fixed, "name", { value: "Date" });
  Object.defineProperty(Real.prototype, "constructor", { value: Fixed });
  globalThis.Date = Fixed as unknown as DateConstructor;
  let state = seed >>> 0;
  // Mulberry32: short, and good enough for a program's own choices.
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
