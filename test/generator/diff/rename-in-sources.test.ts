import { describe, expect, it } from "vitest";
import { renamedInRelations, renamedInWords } from "../../../generator/diff/rename-in-sources.js";
import type { RenamedArgument } from "../../../generator/diff/renamed-arguments.js";

const UNTIL = "2027-05-26";
const renamed = (was: string, now: string, place: RenamedArgument["place"] = "query"): RenamedArgument[] => [
  { operation: "GET /pets/{id}", place, was, now },
];

const words = (inside: string) =>
  `group: pets\noperations:\n  # The first one.\n  GET /pets/{id}:\n    name: get_pet # short\n${inside}`;

const FORMER = (was: string, now: string) =>
  `    former_arguments:\n      ${was}: { now: ${now}, until: ${UNTIL} }\n`;

describe("a file of descriptions with a renamed argument", () => {
  const rows: Record<string, { given: string; was: string; now: string; want: string }> = {
    "keeps its words": {
      given: "    arguments:\n      kind: Kind of pet. # as sold\n      age: Years.\n",
      ...{ was: "kind", now: "species" },
      want: `${FORMER("kind", "species")}    arguments:\n      species: Kind of pet. # as sold\n      age: Years.\n`,
    },
    "keeps the words of what it holds": {
      given:
        "    arguments:\n      home.street: Its street.\n      homes: Others.\n      home[].box: A box.\n",
      ...{ was: "home", now: "house" },
      want: `${FORMER("home", "house")}    arguments:\n      house.street: Its street.\n      homes: Others.\n      house[].box: A box.\n`,
    },
    "keeps quotes": {
      given: '    arguments:\n      "homes[].kind": A kind.\n',
      ...{ was: "homes[].kind", now: "homes[].type" },
      want: `    former_arguments:\n      "homes[].kind": { now: "homes[].type", until: ${UNTIL} }\n    arguments:\n      "homes[].type": A kind.\n`,
    },
    "follows in a poll": {
      given:
        "    poll:\n      tool: GET /pets/{id}\n      arguments: { id: arguments.id, at: arguments.id_of }\n",
      ...{ was: "id", now: "pet_id" },
      want: `${FORMER("id", "pet_id")}    poll:\n      tool: GET /pets/{id}\n      arguments: { pet_id: arguments.pet_id, at: arguments.id_of }\n`,
    },
    "leads older names to the new one": {
      given: "    former_arguments:\n      sort: { now: kind, until: 2026-12-01 }\n    arguments: {}\n",
      ...{ was: "kind", now: "species" },
      want: `    former_arguments:\n      kind: { now: species, until: ${UNTIL} }\n      sort: { now: species, until: 2026-12-01 }\n    arguments: {}\n`,
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given, was, now, want }) => {
    expect(renamedInWords(words(given), renamed(was, now), UNTIL)).toBe(words(want));
  });

  it("stays as it is for other operations", () => {
    const text = "operations:\n  POST /pets:\n    name: create_pet\n    arguments: { kind: A kind. }\n";
    expect(renamedInWords(text, renamed("kind", "species"), UNTIL)).toBe(text);
  });
});

describe("relations with a renamed argument", () => {
  const relations = (inputs: string) => `values:\n  pet:\n    inputs:\n${inputs}`;
  const rows: Record<string, { given: string; isTaken: boolean; want: string }> = {
    "that every operation renamed": {
      given: "      path id: all\n",
      isTaken: false,
      want: "      path pet_id: all\n",
    },
    "that others still take": {
      given: "      path id: all # ids\n",
      isTaken: true,
      want: '      path id: all\n      path pet_id: ["GET /pets/{id}"] # ids\n',
    },
    "that is listed alone": {
      given: '      path id: ["GET /pets/{id}"]\n',
      isTaken: true,
      want: '      path pet_id: ["GET /pets/{id}"]\n',
    },
    "that is listed with others": {
      given: '      path id: ["GET /pets/{id}", PUT /pets]\n',
      isTaken: true,
      want: '      path id: [PUT /pets]\n      path pet_id: ["GET /pets/{id}"]\n',
    },
    "at another place": { given: "      query id: all\n", isTaken: true, want: "      query id: all\n" },
  };
  it.each(Object.entries(rows))("%s", (_, { given, isTaken, want }) => {
    const found = renamedInRelations(relations(given), renamed("id", "pet_id", "path"), () => isTaken);
    expect(found).toBe(relations(want));
  });
});
