import { describe, expect, it } from "vitest";
import { UsageError } from "../../cli/command/errors.js";
import { chaosOptions } from "../../cli/sandbox/chaos.js";

describe("--chaos", () => {
  it("selects the faults", () => {
    expect(chaosOptions(["latency=200", "errors=0.1", "injection", "storm=3"])).toEqual({
      latency: 200,
      errors: 0.1,
      injection: true,
      storm: 3,
    });
    expect(chaosOptions()).toEqual({});
  });

  it.each([
    ["latncy=3", /Did you mean latency/],
    ["thunder", /takes latency, errors, broken, injection, storm/],
    ["errors=2", /from 0 to 1/],
    ["errors", /from 0 to 1/],
    ["injection=1", /takes no value/],
  ])("%s is refused with the fix", (given, want) => {
    expect(() => chaosOptions([given])).toThrow(UsageError);
    expect(() => chaosOptions([given])).toThrow(want);
  });
});
