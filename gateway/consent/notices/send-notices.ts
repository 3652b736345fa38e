import type { Logger } from "pino";
import type { Core } from "../../core.js";
import { GatewayError } from "../../error.js";
import { logEvent } from "../../ops/log-events.js";
import { getApproval, type Approval } from "../shown-approvals.js";
import { channels, type ChannelSettings } from "./channels.js";
import type { Channel, NoticeEvent } from "./notice.js";
import {
  dueNotices,
  holdNotice,
  postponeNotice,
  removeNotice,
  repeatNotice,
  type NoticeRow,
} from "./notice-store.js";
import { noticeOf, outcomeOf } from "./read-notice.js";

const everyMs = 1_000;

/**
 * Sends notices of waiting calls to their channels, every second, apart from the calls. A notice that fails is repeated
 * with the same id.
 * @returns a function that stops it
 */
export function startNotices(
  core: Core,
  settings: readonly ChannelSettings[],
  logger: Logger,
): () => Promise<void> {
  if (settings.length === 0) return async () => {};
  const opened = new Map<string, Channel>(
    settings.map(({ name, values }) => [name, channels[name].open(values)] as const),
  );
  let isEnding = false;
  let running: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    for (const row of await dueNotices(core)) {
      if (isEnding) return;
      if (await holdNotice(core, row)) await send(row);
    }
  }

  async function send(row: NoticeRow): Promise<void> {
    const channel = opened.get(row.channel);
    const approval = await findApproval(core, row.approval_id);
    if (!channel || !approval) return removeNotice(core, row);
    const outcome = outcomeOf(approval, core.now());
    const event = eventOf(row.kind, outcome);
    // The clocks of replicas differ a little.
    if (event === undefined && row.kind === "outcome") return postponeNotice(core, row, approval.expires_at);
    if (event === undefined) return removeNotice(core, row);
    try {
      await channel.send(noticeOf(core, approval, { id: row.id, url: row.url, event }));
      await removeNotice(core, row);
    } catch (err) {
      const { channel: name, approval_id } = row;
      logEvent(logger, "approval_notice_failed", { channel: name, approval_id, err });
      await repeatNotice(core, row);
    }
  }

  const run = () =>
    void (running ??= sendAll()
      .catch((err: unknown) => logEvent(logger, "approval_notice_failed", { err }))
      .finally(() => (running = undefined)));
  const timer = setInterval(run, everyMs).unref();
  return async () => {
    isEnding = true;
    clearInterval(timer);
    await running;
  };
}

/** What a notice says now; undefined if it has nothing to say. */
function eventOf(kind: NoticeRow["kind"], outcome: NoticeEvent | undefined): NoticeEvent | undefined {
  if (kind === "outcome") return outcome;
  return outcome === undefined ? kind : undefined;
}

async function findApproval(core: Core, id: string): Promise<Approval | undefined> {
  try {
    return await getApproval(core, id);
  } catch (error) {
    if (error instanceof GatewayError) return undefined;
    throw error;
  }
}
