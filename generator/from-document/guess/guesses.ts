import type { PageRule } from "../../describe/surface.js";
import type { Operation } from "../../model/operation.js";
import type { Raw } from "../../normalise/raw.js";
import { declaredAnswers } from "./answers.js";
import { guessPaging } from "./paging.js";
import { guessPolling, type PollSettings } from "./polling.js";
import { guessRelations, type RelationSettings } from "./relations.js";

/** What rules find in a document. `standpipe.yaml` lists all of it for review. */
export interface Guesses {
  readonly paging: readonly PageRule[];
  readonly polling: Readonly<Record<string, PollSettings>>;
  /** Only offered: a relation sends requests of its own, so a person decides. */
  readonly relations?: RelationSettings;
  /** Whether an operation is declared to answer a list. */
  readonly answersList: (key: string) => boolean;
}

export function guessesOf(document: Raw, operations: readonly Operation[]): Guesses {
  const answers = declaredAnswers(document);
  return {
    paging: guessPaging(answers, operations),
    polling: guessPolling(answers, operations),
    relations: guessRelations(answers, operations),
    answersList: (key) => answers.list(key) !== undefined,
  };
}
