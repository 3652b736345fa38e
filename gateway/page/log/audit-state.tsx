/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditCounts, AuditLog } from "../../audit/audit-log.js";

/** What is wrong with this process's audit log, and the fix; empty if nothing is wrong. */
export function AuditFaults({ audit }: { readonly audit: Pick<AuditLog, "isWorking" | "counts"> }) {
  const { waiting, lost, refusedWrites } = audit.counts;
  if (audit.isWorking() && lost === 0 && refusedWrites === 0) return null;
  return (
    <div class="note bad" role="alert">
      {!audit.isWorking() && (
        <p>
          The audit log cannot be written. {waiting} entries wait. Check the database, or the free space of
          its disk.
        </p>
      )}
      {refusedWrites > 0 && (
        <p>
          {refusedWrites} writes were refused since this process started, because their entries could not be
          kept.
        </p>
      )}
      {lost > 0 && (
        <p>
          {lost} entries were lost since this process started. Search the process's log for “audit entries are
          lost”.
        </p>
      )}
    </div>
  );
}

/** The state of this process's log, if entries wait or something is wrong. */
export function AuditState({ audit: { waiting, lost, refusedWrites } }: { readonly audit: AuditCounts }) {
  if (waiting + lost + refusedWrites === 0) return null;
  return (
    <p class="small soft">
      In this process: {waiting} entries wait, {lost} lost, {refusedWrites} writes refused.
    </p>
  );
}
