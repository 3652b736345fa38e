/** What happened to a waiting call. */
export type NoticeEvent = "asked" | "reminder" | "approved" | "refused" | "expired";

/**
 * A message about a waiting call. It has no arguments, because chats and mailboxes are read by more people than the
 * page. Nothing in it approves: the link leads to the page, which needs a sign-in.
 */
export interface Notice {
  /** The same for each attempt to deliver it. */
  readonly id: string;
  readonly event: NoticeEvent;
  readonly approval_id: string;
  readonly url: string;
  readonly tool: string;
  readonly title: string;
  readonly server: string;
  readonly account: string;
  readonly requested_by: string | null;
  readonly asked_at: string;
  readonly expires_at: string;
  readonly needed: number;
  readonly approved_by: readonly string[];
  readonly decided_by: string | null;
  readonly reason: string | null;
}

/** Where people get notices of waiting calls. */
export interface Channel {
  /** @throws Error to try it again */
  send(notice: Notice): Promise<void>;
}

const firstLines: Readonly<Record<NoticeEvent, (notice: Notice) => string>> = {
  asked: ({ title }) => `Approval needed: ${title}`,
  reminder: ({ title }) => `Still waiting for approval: ${title}`,
  approved: ({ title, decided_by }) => `Approved by ${decided_by}: ${title}`,
  refused: ({ title, decided_by }) => `Refused by ${decided_by}: ${title}`,
  expired: ({ title }) => `Expired, because nobody decided: ${title}`,
};

/** The notice in words: a title, and lines without a link. */
export function wordsOf(notice: Notice): { readonly title: string; readonly lines: readonly string[] } {
  const { event, server, account, requested_by, tool, expires_at, reason, needed, approved_by } = notice;
  const isOpen = event === "asked" || event === "reminder";
  const lines = [
    `Tool ${tool}, on the server URL "${server}" of the account "${account}".`,
    ...(requested_by === null ? [] : [`Asked by ${requested_by}.`]),
    ...(isOpen ? [`It waits until ${expires_at.slice(0, 16).replace("T", " ")} UTC.`] : []),
    ...(isOpen && needed > 1 ? [`${approved_by.length} of ${needed} people have approved it.`] : []),
    ...(reason === null ? [] : [`Reason: ${reason}`]),
  ];
  return { title: firstLines[event](notice), lines };
}
