import fc from "fast-check";

/** What texts are made of that trouble parsers, patterns, paths, terminals and databases. */
const parts = [
  ..."a -.,;:|*?%&=/\\'\"`$@#<>()[]{}~^+_\n\t\r\0",
  ...[
    "🔥",
    "é",
    "e\u0301",
    "\u202e",
    "\u200b",
    "\u2028",
    "\ufeff",
    "\ufffd",
    "\u{e0041}",
    "İ",
    "ß",
    "ﷺ",
    "\ud800",
  ],
  ...[
    "../",
    "..\\",
    "%2e%2e%2f",
    "%",
    "%zz",
    "a,",
    "a b",
    "ab_",
    "list_",
    "*a",
    "**",
    "eyJ",
    "eyJAAAAAAAA.",
    "a@b.c ",
  ],
  ...[
    "Bearer ",
    "sps_",
    "-----BEGIN ",
    "{{",
    "${",
    "<!--",
    "<script>",
    "]]>",
    "&#0;",
    "' or 1=1 --",
    "\u001b[2J",
  ],
  ...[
    "__proto__",
    "constructor",
    "id:",
    "incident:",
    "incident ",
    "#1 ",
    "1",
    "-1e999",
    "null",
    "=HYPERLINK(",
    "://",
  ],
];

/** Texts of up to a million bytes: one part again and again, or several. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom(...parts), fc.constantFrom(1, 10, 2_000, 100_000, 900_000)).map(filled),
  fc
    .tuple(
      fc.array(fc.constantFrom(...parts), { minLength: 2, maxLength: 6 }),
      fc.constantFrom(100, 100_000, 900_000),
    )
    .map(([some, bytes]) => filled([some.join(""), bytes])),
  fc.string({ unit: "binary", maxLength: 200 }),
);

/** A short one, for headers and URLs. */
export const shortText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 100, 6_000))
  .map(([some, bytes]) => filled([some.join(""), bytes]));

/** Values of JSON: deep, wide, long, and of every kind. */
export const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(null, true, 0, -1, 1e308, -0, 2 ** 53, 0.1, "", [], {}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(50, 99, 101, 3_000)
      .chain((levels) => fc.constantFrom(nested(levels), deep(levels))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(100, 9_000, 60_000), fc.constantFrom<unknown>(1, "a", null, {}, []))
      .map(([count, one]) => Array.from({ length: count }, () => one)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(100, 9_000, 60_000)
      .map((count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]))),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 5 }) },
);

/** One value of about so many bytes for each place, without chance. */
export function valueFor(place: number, bytes: number): unknown {
  const kind = place % 4;
  if (kind === 3) return Array.from({ length: Math.min(9_000, bytes / 4) }, (_, at) => `n${at}`);
  return filled([parts[place % parts.length]!, bytes]);
}

function filled([part, bytes]: readonly [string, number]): string {
  return part.repeat(
    Math.max(1, Math.floor(bytes / Math.max(1, Buffer.byteLength(JSON.stringify(part)) - 2))),
  );
}

function nested(levels: number): unknown {
  let made: unknown = 1;
  for (let level = 0; level < levels; level += 1) made = [made];
  return made;
}

function deep(levels: number): unknown {
  let made: unknown = "x";
  for (let level = 0; level < levels; level += 1) made = { a: made, b: level };
  return made;
}
