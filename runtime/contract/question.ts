/** A yes-or-no question for the person at the client. */
export interface Question {
  /** What the person reads. */
  readonly message: string;
  /** The label of the checkbox for agreeing. */
  readonly label: string;
  /** Identifies the question in the reply. The client stores it, so it may be changed. */
  readonly state: string;
}

/** Only an explicit refusal means no. A closed form, or a form that the client could not show, is unanswered. */
export type Reply = "yes" | "no" | "unanswered";

/** How to ask the person at the client. */
export type Asking =
  /** As the call's outcome. The client repeats the call and adds the reply. */
  | { readonly way: "outcome"; readonly answered?: { readonly state: string; readonly answer: Reply } }
  /** As a message while the call waits. The reply is a request of its own, and any replica may receive it. */
  | { readonly way: "message"; send(question: Question): void };
