/** What the value of a scalar is counted or written in. A repair of the contract gives a field one as `x-unit`. */
export const units = [
  "milliseconds",
  "seconds",
  "percent",
  "cents",
  "ISO 8601 duration",
  "ISO 8601 time of day",
  "IANA time zone",
] as const;
