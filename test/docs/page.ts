import { readFileSync } from "node:fs";

/** A fenced block of a page, as a reader would use it. */
export type Block =
  /** Run until it exits. */
  | { readonly kind: "run"; readonly text: string }
  /** Started, and left running while the page goes on. */
  | { readonly kind: "serves"; readonly text: string }
  /** Saved under the name that the page gives it. */
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  /** Started after what was left running is stopped. */
  | { readonly kind: "restarts"; readonly text: string }
  /** Not run with the page. `why` says which test runs it, or what it needs that isn't here. */
  | { readonly kind: "elsewhere"; readonly why: string; readonly text: string }
  /** To read. */
  | { readonly kind: "shown"; readonly language: string; readonly text: string };

/** The blocks of a page in order. The text after the language of a ``` line says what to do with the block. */
export function blocksOf(path: string): Block[] {
  const fences = readFileSync(path, "utf8").matchAll(/^```(\w+)(?: (\S+))?(?: ([^\n]+))?\n(.*?)^```$/gms);
  return [...fences].map(([, language, word, why, text]) => block(language!, word, why, text!));
}

function block(language: string, word: string | undefined, why: string | undefined, text: string): Block {
  if (language !== "sh") return word ? { kind: "file", name: word, text } : { kind: "shown", language, text };
  if (word === undefined) return { kind: "run", text };
  if (word === "serves" || word === "restarts") return { kind: word, text };
  if (word === "elsewhere" && why !== undefined) return { kind: word, why, text };
  throw new Error(`A block is marked "sh ${word}", which is unknown or lacks its reason.`);
}
