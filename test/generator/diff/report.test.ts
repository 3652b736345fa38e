import { describe, expect, it } from "vitest";
import { diff } from "../../../generator/diff/diff.js";
import { printMarkdown } from "../../../generator/diff/print-markdown.js";
import { tool, state } from "./changes-kit.js";

describe("a long report", () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    tool({ operation: `GET /things/${index}`, name: `list_things_${index}` }),
  );

  it("is cut to the size of a pull request comment, breaking changes first, with the number of omitted ones", () => {
    const found = diff(state(many), state([tool({ operation: "POST /x", name: "create_x" })]));
    const markdown = printMarkdown(found, { most: 4_000 });
    expect(markdown.length).toBeLessThan(4_300);
    expect(markdown).toContain("400 breaking");
    const shown = markdown.match(/\*\*`list_things_\d+`/g)!.length;
    expect(markdown).toContain(`… and ${400 - shown} more`);
  });
});
