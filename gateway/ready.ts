import type { Core } from "./core.js";

/** @throws Error with the reason why the process is not ready */
export async function assertReady({ store, audit }: Core): Promise<void> {
  await store.ping().catch(() => {
    throw new Error("The gateway's store doesn't answer.");
  });
  if (audit.isWorking()) return;
  const { waiting } = audit.counts;
  throw new Error(`The audit log cannot be written. ${waiting} entries wait; writes are refused.`);
}
