/** A date field's time, which is read as UTC. */
export function isoOf(time: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time) ? `${time}:00Z` : time;
}
