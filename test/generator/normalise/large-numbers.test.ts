import { describe, expect, it } from "vitest";
import { read } from "./kit.js";

/** The shape of a parameter, its default, and the problems. */
function parameter(schema: string) {
  const given = { name: "it", in: "query", schema: JSON.parse(schema) as object };
  const { operations, problems } = read({ "/pets": { get: { parameters: [given] } } });
  const { shape, default: usual } = operations[0]!.inputs[0]!;
  return { shape: JSON.parse(JSON.stringify(shape)) as object, usual, problems };
}

const large = { kind: "number", integer: true, large: true };

describe("an integer past 2^53 in a document", () => {
  it("as a value of an enum is not shown rounded: any integer is accepted, and a problem says so", () => {
    const { shape, problems } = parameter('{"type":"integer","enum":[9007199254740993,1]}');
    expect(shape).toEqual(large);
    expect(problems.join()).toContain("An enum has integers with more digits than a number can keep.");
  });

  it("as a quoted value of an enum is not shown rounded either", () => {
    const { shape, problems } = parameter('{"type":"integer","enum":["9007199254740993"]}');
    expect([shape, problems]).toEqual([large, [expect.stringContaining("An enum has integers")]]);
  });

  it("as a limit is left out with a problem", () => {
    const { shape, problems } = parameter('{"type":"integer","minimum":1,"maximum":9007199254740993}');
    expect(shape).toEqual({ ...large, minimum: 1 });
    expect(problems.join()).toContain("A limit near 9007199254740992 has more digits");
  });

  it("as the limit of 64 bits says nothing new, so it is left out without a problem", () => {
    const limits = '"minimum":-9223372036854775808,"maximum":9223372036854775807';
    expect(parameter(`{"type":"integer","format":"int64",${limits}}`)).toMatchObject({
      shape: large,
      problems: [],
    });
  });

  it("as a default is left out with a problem", () => {
    const { usual, problems } = parameter('{"type":"integer","default":9007199254740993}');
    expect(usual).toBeUndefined();
    expect(problems.join()).toContain("The default of it has more digits than a number can keep.");
  });

  it("inside a default that is a list or an object leaves the whole default out, with a problem", () => {
    for (const value of ["[1,9007199254740993]", '{"a":{"b":[9007199254740993]}}']) {
      const { usual, problems } = parameter(`{"default":${value}}`);
      expect(usual).toBeUndefined();
      expect(problems.join()).toContain("The default of it has more digits than a number can keep.");
    }
  });

  it("as a default with its digits is shown, and may be larger than its type says", () => {
    expect(parameter('{"type":"integer","default":"9007199254740993"}')).toEqual({
      shape: large,
      usual: "9007199254740993",
      problems: [],
    });
  });

  it("inside a default is left out with a problem where calls could not send its digits as a number", () => {
    for (const schema of [
      '{"type":"object","default":{"id":"9007199254740993"}}',
      '{"type":"array","items":{"type":"integer"},"default":["9007199254740993"]}',
    ]) {
      const { usual, problems } = parameter(schema);
      expect(usual).toBeUndefined();
      expect(problems.join()).toContain("The default of it has more digits than a number can keep.");
    }
  });
});
