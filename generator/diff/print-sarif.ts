import { changeClasses, type ChangeClass } from "./change.js";
import type { Diff } from "./result.js";
import { findingsOf } from "./findings.js";
import { visible } from "../suspicion/signs.js";

const LEVELS: Readonly<Record<ChangeClass, "error" | "warning" | "note">> = {
  key: "error",
  danger: "error",
  breaking: "error",
  widening: "warning",
  words: "note",
  rest: "note",
};

/**
 * A diff as SARIF 2.1.0, the format of code scanning.
 * @param file the file to show the findings at, such as the contract
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function printSarif(diff: Diff, file: string): string {
  const findings = findingsOf(diff);
  const rules = [...new Map(findings.map((one) => [one.kind, one])).values()];
  const run = {
    tool: {
      driver: {
        name: "standpipe diff",
        rules: rules.map(({ kind, class: of }) => ({
          id: kind,
          shortDescription: { text: kind.replaceAll("-", " ") },
          defaultConfiguration: { level: LEVELS[of] },
          properties: { class: of, rank: changeClasses.indexOf(of) },
        })),
      },
    },
    results: findings.map(({ kind, class: of, says }) => ({
      ruleId: kind,
      ruleIndex: rules.findIndex((rule) => rule.kind === kind),
      level: LEVELS[of],
      message: { text: visible(says) },
      locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } } }],
    })),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
