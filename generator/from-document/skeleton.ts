import { stringify } from "yaml";
import type { Scheme } from "../../runtime/contract/auth.js";
import { FEW_TOOLS } from "../../runtime/contract/surfaces.js";
import type { ApiAuth } from "../auth/auth.js";
import type { Tool } from "../model/tool.js";
import type { Presentation } from "../render/catalogue.js";
import { guessCurated } from "./guess/curated.js";
import type { Guesses } from "./guess/guesses.js";

export interface SkeletonSources {
  readonly api: string;
  readonly presentation: Presentation;
  readonly auth: ApiAuth;
  readonly guessed: Guesses;
  readonly tools: readonly Tool[];
}

/** `standpipe.yaml` without any setting: each section as it is in effect, in comments. */
export function renderSkeleton(sources: SkeletonSources): string {
  const { api } = sources;
  const head = [
    `Settings of ${api}, which "standpipe generate" reads. What is not set here is taken from the document, or guessed.`,
    "Lines with ## explain. Lines with # are settings: remove the # of all lines of one to change it.",
    "While there are only comments, each generation writes this file again. After that it never changes it.",
  ];
  return [comment(head), ...sectionsOf(sources).map(print)].join("\n");
}

interface Section {
  readonly about: readonly string[];
  readonly value?: Readonly<Record<string, unknown>>;
}

function sectionsOf(sources: SkeletonSources): Section[] {
  const { presentation, guessed } = sources;
  return [
    { about: ["What clients and people are shown."], value: { title: presentation.title } },
    serverSection(presentation),
    authSection(sources),
    ...namingSections(sources.tools),
    curatedSection(sources),
    {
      about: [
        "Words that replace the document's: set words: words.yaml, a file with",
        'operations: { "GET /pets": { title: …, description: …, arguments: { kind: … } } }',
      ],
    },
    guessedSection("paging", guessed.paging, [
      "Guessed: how lists are cut into pages, so that each such tool takes limit and cursor. The first rule counts whose",
      "parameters an operation has; only: names the operations of a rule.",
    ]),
    rateSection(presentation),
    guessedSection("polling", guessed.polling, [
      "Guessed: operations that answer 202, the operation that shows their state, and when they are done. In effect.",
    ]),
    guessedSection("relations", guessed.relations, [
      "Guessed, NOT in effect until you remove the #: where ids come from. An argument x_id takes the id of the list at",
      "/xs, so names in it become ids. That sends a request to the list.",
    ]),
    {
      about: [
        "Operations at another origin, each origin with credentials of its own:",
        'origins: { uploads: { url: "https://uploads.example.com", operations: ["POST /files"], auth: header:X-Key } }',
      ],
    },
  ];
}

function rateSection({ rate_limit: limit }: Presentation): Section {
  const about = [
    "What the API lets one account send. Calls are paced within it. Rate-limit headers are read anyway.",
  ];
  if (limit) return { about, value: { rate_limit: limit } };
  return { about: [...about, "rate_limit: { requests: 100, seconds: 60 }"] };
}

function serverSection({ servers }: Presentation): Section {
  const names = Object.keys(servers);
  const about = [
    "Where the API is. With several, the first is the default and the region's variable names another.",
  ];
  if (names.length === 0) return { about: [...about, "server: https://api.example.com"] };
  return { about, value: { server: names.length === 1 ? servers[names[0]!] : servers } };
}

function authSection({ presentation: { auth }, auth: { guessed } }: SkeletonSources): Section {
  const about = [
    "How calls authenticate. AUTH.md lists the variables. One line is enough where the document says nothing or is wrong:",
    "auth: header:Authorization, or header:Authorization:Token token=, query:NAME, cookie:NAME, bearer, basic, digest, mutual_tls.",
    ...guessed.map((name) => `Guessed from its description or its name: the prefix of ${name}.`),
  ];
  if (!auth) return { about };
  const entries = Object.entries(auth.schemes).map(([name, scheme]) => [name, entryOf(scheme)] as const);
  return { about, value: { auth: Object.fromEntries(entries) } };
}

function entryOf(scheme: Scheme): object {
  switch (scheme.kind) {
    case "key": {
      const { in: place, name, prefix, starts } = scheme;
      return {
        in: place,
        name,
        ...(prefix === "" ? {} : { prefix }),
        ...(starts === undefined ? {} : { starts }),
      };
    }
    case "basic":
    case "digest":
      return { type: scheme.kind };
    case "oauth": {
      const { tokenUrl, scopes } = scheme;
      return { type: "oauth2", ...(tokenUrl === undefined ? {} : { token_url: tokenUrl }), scopes };
    }
    case "certificate":
      return { type: "mutual_tls" };
  }
}

function namingSections(tools: readonly Tool[]): Section[] {
  const groups = [...new Set(tools.map(({ group }) => group))].sort();
  const [first] = tools;
  return [
    {
      about: ["New names of groups, by their name now; or the group of one operation, by METHOD /path."],
      value: { groups: Object.fromEntries(groups.map((group) => [group, group])) },
    },
    {
      about: ["Names of tools, by METHOD /path."],
      ...(first ? { value: { names: { [first.operation.key]: first.name } } } : {}),
    },
  ];
}

function curatedSection({ presentation: { curated }, tools, guessed }: SkeletonSources): Section {
  if (curated.length > 0)
    return {
      about: [
        "Guessed: the tools that are listed at first, of the resources with the most operations. Others are found by search.",
      ],
      value: { curated },
    };
  if (tools.length > FEW_TOOLS)
    return {
      about: [
        "curated: the rules found no resource, so only the tools that find and call others are listed at first.",
        "Name here what callers need most, such as",
        `curated: [${tools
          .slice(0, 2)
          .map(({ name }) => name)
          .join(", ")}]`,
      ],
    };
  const about = [
    "Guessed, NOT in effect: the API has few tools, so all are listed. Remove the # to list only these at first.",
  ];
  const value = guessCurated(tools, guessed.answersList);
  return value.length > 0 ? { about, value: { curated: value } } : { about };
}

function guessedSection(name: string, value: object | undefined, about: readonly string[]): Section {
  const isEmpty = value === undefined || Object.keys(value).length === 0;
  return isEmpty
    ? { about: [`${name}: nothing was found by the rules.`] }
    : { about, value: { [name]: value } };
}

function print({ about, value }: Section): string {
  const yaml = value === undefined ? "" : stringify(value, { lineWidth: 0, flowCollectionPadding: true });
  const lines = yaml.split("\n").filter((line) => line !== "");
  return `${comment(about)}${lines.map((line) => `#${line}\n`).join("")}`;
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `## ${line}\n`).join("");
}
