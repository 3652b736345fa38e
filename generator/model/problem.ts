/** One thing wrong with the sources: where it stands, what is wrong, and how to mend it. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** A stable kebab-case code such as `unknown-operation`. */
  readonly code: string;
  /** File and JSON pointer, such as `specs/firehydrant/tools/pages.yaml#/operations/POST ~1v1~1page`. */
  readonly at: string;
  readonly what: string;
  readonly fix?: string;
}

/** How to mend a problem, or a way to find that out when somebody reads it. */
export type Fix = string | (() => string | undefined);

/** Collects every problem of one run, so that a person mends them all at once. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  error(code: string, at: string, what: string, fix?: Fix): void {
    this.#problems.push(problem("error", { code, at, what }, fix));
  }

  warn(code: string, at: string, what: string, fix?: Fix): void {
    this.#problems.push(problem("warning", { code, at, what }, fix));
  }

  get all(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether a problem with one of these codes was found. */
  has(...codes: readonly string[]): boolean {
    return this.#problems.some(({ code }) => codes.includes(code));
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === "error");
  }
}

/** Prints problems as the CLI shows them: one block each, errors and warnings in the order they were found. */
export function printProblems(problems: readonly Problem[]): string {
  return problems.map(printProblem).join("\n");
}

/** Escapes one segment of a JSON pointer (RFC 6901). */
export function pointer(...segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function problem(
  severity: Problem["severity"],
  said: Pick<Problem, "code" | "at" | "what">,
  fix: Fix | undefined,
): Problem {
  if (typeof fix !== "function") return { severity, ...said, fix };
  return {
    severity,
    ...said,
    get fix() {
      return fix();
    },
  };
}

function printProblem({ severity, code, at, what, fix }: Problem): string {
  const lines = [`${severity} ${code}`, `  at:  ${oneLine(at)}`, `  ${oneLine(what)}`];
  if (fix !== undefined) lines.push(`  fix: ${fix}`);
  return `${lines.join("\n")}\n`;
}

/** Names out of a document must not reach a terminal as control characters, nor look like a problem of their own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
