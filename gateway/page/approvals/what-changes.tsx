/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Session } from "../../sessions.js";
import { Csrf, Faults } from "../parts.js";
import type { RecordChanges, ValueChange } from "./current-record.js";

interface WhatChangesProps {
  readonly session: Session;
  /** Absent until a person asks for it, because it calls the API. */
  readonly found: RecordChanges | undefined;
}

/** The record as it is now, next to what the call makes of it. */
export function WhatChanges({ session, found }: WhatChangesProps) {
  return (
    <section class="card" aria-labelledby="what-changes">
      <h2 id="what-changes">What changes</h2>
      {found === undefined ? (
        <form class="row" method="post">
          <Csrf session={session} />
          <button name="look" value="yes">
            Compare with the record now
          </button>
          <span class="soft small">It reads the record from the API. The log shows your name.</span>
        </form>
      ) : "fault" in found ? (
        <Faults faults={[found.fault]} />
      ) : (
        <ChangeTable changes={found.changes} />
      )}
    </section>
  );
}

function ChangeTable({ changes }: { readonly changes: readonly ValueChange[] }) {
  const isDeleted = changes.every(({ then }) => then === undefined);
  return (
    <>
      {isDeleted && <p>The call deletes this record.</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Now</th>
            {!isDeleted && <th scope="col">After the call</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, now, then }) => (
            <tr>
              <td data-label="Field" class="mono free">
                {field}
              </td>
              <td data-label="Now" class="free">
                <Value text={now} />
              </td>
              {then !== undefined && (
                <td data-label="After the call" class="free">
                  {then === now ? <span class="soft">the same</span> : <Value text={then} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Value({ text }: { readonly text: string }) {
  return text === "" ? <span class="soft">empty</span> : <>{text}</>;
}
