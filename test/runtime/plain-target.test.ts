import fc from "fast-check";
import { expect, it } from "vitest";
import { isPlainTarget } from "../../runtime/request/build.js";

const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "//",
    ".",
    "..",
    "%2e",
    "%2E",
    "?",
    "#",
    "\\",
    "%",
    "@",
    ":",
    "\t",
    "|",
    "ü",
    "{",
    "'",
  ),
  fc.stringMatching(/^[\w\-.~!$&()*+,;=:@%/]{0,6}$/),
  fc.string({ maxLength: 3 }),
);

it("a target that counts as plain is one that a URL parser leaves as it is", () => {
  const targets = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`);
  fc.assert(
    fc.property(targets, (target) => {
      if (!isPlainTarget(target)) return;
      const url = new URL(`https://api.example.com${target}`);
      expect(url.href).toBe(`https://api.example.com${target}`);
      expect(url.origin).toBe("https://api.example.com");
    }),
    { numRuns: 5_000 },
  );
});

it.each([
  "/v1/orders/42?from=2026-01-01&tag[]=a",
  "/v1/%2e%2e/admin",
  "/v1/../admin",
  "//evil.example/v1",
  "/v1/a b",
])("%s does not count as plain", (target) => expect(isPlainTarget(target)).toBe(false));

it.each(["/v1/orders/42", "/v1/orders/a%2Fb?limit=10&cursor=abc%3D%3D", "/v1/orders/..a/x."])(
  "%s counts as plain",
  (target) => expect(isPlainTarget(target)).toBe(true),
);
