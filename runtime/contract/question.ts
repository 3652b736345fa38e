/** A yes-or-no question for the person at the client. */
export interface Question {
  /** What the person reads. */
  readonly message: string;
  /** The label of the box that the person ticks to agree. */
  readonly label: string;
  /** Names the question when its reply comes. The client holds it meanwhile, so it may come back changed. */
  readonly state: string;
}

/** Only a person who declines says no. A form that was closed, or that the client could not show, is unanswered. */
export type Reply = "yes" | "no" | "unanswered";

/** How a question reaches the person at the client. */
export type Asking =
  /** As the call's outcome. The client makes the same call again and adds the reply. */
  | { readonly way: "outcome"; readonly answered?: { readonly state: string; readonly answer: Reply } }
  /** As a message while the call waits. The reply is a request of its own, and any replica may receive it. */
  | { readonly way: "message"; send(question: Question): void };
