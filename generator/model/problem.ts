/** One problem in the sources: its place, what is wrong, and how to fix it. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** A stable kebab-case code such as `unknown-operation`. */
  readonly code: string;
  /** File and JSON pointer, such as `specs/firehydrant/tools/pages.yaml#/operations/POST ~1v1~1page`. */
  readonly at: string;
  readonly what: string;
  readonly fix?: string;
}

/** How to fix a problem, or a function that computes it when the problem is printed. */
export type Fix = string | (() => string | undefined);

/** Collects all problems of a run, so that you can fix them at once. */
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

  /** Whether there is a problem with one of these codes. */
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

/** Names from a document must not reach a terminal as control characters, or look like another problem. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
