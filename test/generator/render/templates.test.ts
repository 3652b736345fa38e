import { expect, test } from "vitest";
import { compileTemplate } from "../../../generator/render/templates.js";

test("A template places each part as it is, as a literal, or as a comment", () => {
  const print = compileTemplate("// {{comment title}}\n{{code}} = {{literal title}};\n");
  expect(print({ title: 'one\n"two"', code: "const a" })).toBe(
    '// one "two"\nconst a = "one\\n\\"two\\"";\n',
  );
});

test("Lines of a list are repeated for each of its views", () => {
  const print = compileTemplate("[\n{{#each tools}}\n  {{name}},\n{{/each}}\n]\n");
  expect(print({ tools: [{ name: "a" }, { name: "b" }] })).toBe("[\n  a,\n  b,\n]\n");
  expect(print({ tools: [] })).toBe("[\n]\n");
});

test("A text that looks like a place of a template is printed unchanged", () => {
  const print = compileTemplate("{{#each tools}}\n{{literal name}}\n{{/each}}\n{{title}}");
  expect(print({ tools: [{ name: "{{title}} $&" }], title: "{{name}} $1" })).toBe(
    '"{{title}} $&"\n{{name}} $1',
  );
});

test("A part that is missing in the view is an error that names it", () => {
  for (const template of [
    "{{title}}",
    "{{literal title}}",
    "{{comment title}}",
    "{{#each title}}\n{{/each}}\n",
  ])
    expect(() => compileTemplate(template)({})).toThrow("title");
});
