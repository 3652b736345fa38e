/** A page that the person at the client must open before a call can be made. */
export interface PageToOpen {
  /** Why, and what the person does there. */
  readonly message: string;
  readonly url: string;
  /** Identifies the page in the client's reply. It begins with `pagePrefix`. */
  readonly id: string;
}

/** Ids of pages begin with it, so that their replies differ from those of questions. */
export const pagePrefix = "page-";

/** How to ask the person at the client to open a page. */
export type Opening =
  /** As the call's outcome. Some clients repeat the call and say whether their person opened the page. */
  | { readonly way: "outcome"; readonly answered?: { readonly opened: boolean } }
  /** As a message while the call waits. */
  | { readonly way: "message"; show(page: PageToOpen, refused: () => void): ShownPage };

export interface ShownPage {
  /** No longer waits for a refusal. Informs the client if the person has done what the page asks for. */
  end(isDone: boolean): void;
}
