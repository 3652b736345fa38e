/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** On each page of a session that began with the admin token, although people sign in at a provider. */
export function EmergencyNote() {
  return (
    <div class="note warn">
      <p>
        You used the admin token, which opens everything. The gateway's log reports it. Sign out when the
        emergency is over.
      </p>
    </div>
  );
}
