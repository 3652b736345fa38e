import type { AnswerType } from "../../runtime/contract/answers.js";
import type { Field } from "../model/shape.js";

/** A program of `specs/<api>/workflows/`, read as syntax. */
export interface WorkflowSource {
  /** The file's name without its ending, which is the tool's name. */
  readonly name: string;
  /** Path of the file, for problems. */
  readonly at: string;
  readonly title: string;
  readonly description: string;
  /** From `@tags`: the group, then the other tags. */
  readonly tags: readonly string[];
  readonly arguments: readonly Field[];
  readonly answer: AnswerType;
  /** Names of the tools that it calls, sorted. */
  readonly calls: readonly string[];
  /** The program in JavaScript: the body of an async function over `api` and `input`. */
  readonly program: string;
}

/** The syntax is not that of a workflow. The message says what was found. */
export class NotAWorkflow extends Error {}
