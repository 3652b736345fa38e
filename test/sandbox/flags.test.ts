import { describe, expect, it } from "vitest";
import { parseSandboxFlags } from "../../cli/sandbox.js";
import { SettingsError } from "../../cli/settings.js";

describe("sandbox's flags", () => {
  it("have defaults", () => {
    expect(parseSandboxFlags([])).toMatchObject({ port: 8809, seed: "default", rateLimit: true, chaos: {} });
  });

  it("say what goes wrong, by blanks or commas", () => {
    const { chaos, rateLimit } = parseSandboxFlags([
      "--chaos",
      "latency=200,errors=0.1",
      "injection",
      "storm=3",
      "--no-rate-limit",
    ]);
    expect(chaos).toEqual({ latency: 200, errors: 0.1, injection: true, storm: 3 });
    expect(rateLimit).toBe(false);
  });

  it.each([
    [["--chaos", "latncy=3"], /Did you mean latency/],
    [["--chaos", "thunder"], /one of latency, errors, broken, injection, storm/],
    [["--chaos", "errors=2"], /from 0 to 1/],
    [["--chaos", "errors"], /from 0 to 1/],
    [["--chaos", "injection=1"], /takes no value/],
    [["--port", "x"], /--port takes a whole number/],
    [["--sed", "empty"], /sed/],
  ])("%j are refused in words that help", (given, want) => {
    expect(() => parseSandboxFlags(given)).toThrow(SettingsError);
    expect(() => parseSandboxFlags(given)).toThrow(want);
  });
});
