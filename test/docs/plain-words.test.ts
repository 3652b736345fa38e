import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { riddlesIn, type Riddle } from "./plain-words.js";

/** Files whose riddling phrases are allowed, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "test/docs/plain-words.ts": "lists the phrases",
  "test/docs/plain-words.test.ts": "shows each phrase to the check",
  "test/runtime/retrieval/questions.yaml": "questions as people type them",
  "test/runtime/retrieval/record.yaml": "questions as people type them",
};

/** Texts that no one reads as the project's own: generated, golden, or written by an API's owner. */
const NOT_OURS =
  /^generated\/|^test\/generator\/(?:diff-)?cases\/|openapi\.json$|^specs\/\w+\/asks\/|^package/;

const READABLE = /\.(?:tsx?|md|ya?ml|hbs|js)$|^Makefile$|Dockerfile$/;

describe("comments, messages, test names and docs", () => {
  it("have no phrase that a reader must read twice", async () => {
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
      encoding: "utf8",
    })
      .split("\n")
      .filter(
        (file) => READABLE.test(file) && !NOT_OURS.test(file) && !(file in ALLOWED) && existsSync(file),
      );
    expect(files.length).toBeGreaterThan(500);
    const found = await Promise.all(files.map(async (file) => riddlesIn(file, await readFile(file, "utf8"))));
    expect(found.flat().map(({ at, phrase, instead }) => `${at}: "${phrase}". Write: ${instead}.`)).toEqual(
      [],
    );
  });

  it("need each exception", async () => {
    for (const file of Object.keys(ALLOWED))
      expect(riddlesIn(file, await readFile(file, "utf8")), file).not.toEqual([]);
  });
});

describe("the check", () => {
  const rows: Record<string, { file: string; text: string; want: readonly string[] }> = {
    "a comment": {
      file: "a.ts",
      text: "// Whoever asks is told.\n",
      want: ["a.ts:1 whoever", "a.ts:1 is told"],
    },
    "a comment over two lines": {
      file: "a.ts",
      text: "/**\n * What it is\n * told.\n */",
      want: ["a.ts:2 is told"],
    },
    "a message": { file: "a.ts", text: 'throw new Error("Mend steps.");', want: ["a.ts:1 mend"] },
    "a message with a value": {
      file: "a.ts",
      text: "\nconst says = `${name} stands in ${place}`;",
      want: ["a.ts:2 stands in"],
    },
    "the name of a test": {
      file: "a.test.ts",
      text: 'it("does all anew", run);',
      want: ["a.test.ts:1 anew"],
    },
    "a text of the page": {
      file: "a.tsx",
      text: "const a = <p>No connection came about in time.</p>;",
      want: ["a.tsx:1 came about"],
    },
    "a page of the docs": { file: "a.md", text: "# A\n\nBeside it.\n", want: ["a.md:3 beside"] },
    "a comment in YAML": {
      file: "a.yaml",
      text: "a: 1 # what nobody described\n",
      want: ["a.yaml:1 what nobody"],
    },
    "plain words": {
      file: "a.ts",
      text: 'const mend = "anew"; // The gateway refuses the token.\n',
      want: [],
    },
    "code in the docs": { file: "a.md", text: "Use `beside`.\n\n```\nmend\n```\n", want: [] },
  };
  const shown = ({ at, phrase }: Riddle) => `${at} ${phrase}`;

  it.each(Object.entries(rows))("reads %s", (_, { file, text, want }) => {
    expect(riddlesIn(file, text).map(shown)).toEqual(want);
  });
});
