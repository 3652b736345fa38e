/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Core } from "../../core.js";
import { IfMay } from "../if-may.js";
import { State } from "../parts.js";

/** The way to a first answered call: what is done already. */
export interface Progress {
  /** An account to make server URLs for. */
  readonly accountId: string | undefined;
  readonly hasServer: boolean;
  readonly hasCall: boolean;
}

export async function readProgress({ store: { db } }: Core): Promise<Progress> {
  const [account, server, call] = await Promise.all([
    db.selectFrom("accounts").select("id").where("deleted_at", "is", null).limit(1).executeTakeFirst(),
    db.selectFrom("servers").select("id").limit(1).executeTakeFirst(),
    db.selectFrom("servers").select("id").where("last_used_at", "is not", null).limit(1).executeTakeFirst(),
  ]);
  return { accountId: account?.id, hasServer: server !== undefined, hasCall: call !== undefined };
}

/** Three steps to a first answered call. Nothing once all are done. */
export function Steps({ accountId, hasServer, hasCall }: Progress) {
  if (accountId !== undefined && hasServer && hasCall) return null;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">Three steps to a first answered call</h2>
      <ol class="steps">
        <Step title="Add an account" isDone={accountId !== undefined}>
          <p class="soft">An account is an organisation at an API, with its API key.</p>
          <IfMay deed="change accounts" on="all">
            <a class="button primary" href="/accounts/new">
              Add an account
            </a>
          </IfMay>
        </Step>
        <Step title="Create a server URL" isDone={hasServer}>
          <p class="soft">You choose what an assistant may do with it, and until when.</p>
          {accountId !== undefined && (
            <IfMay deed="change servers" on={{ account: accountId }}>
              <a class="button primary" href={`/accounts/${accountId}/servers/new`}>
                Create a server URL
              </a>
            </IfMay>
          )}
        </Step>
        <Step title="Connect a client and call a tool" isDone={hasCall}>
          <p class="soft">
            After you create a server URL, the page shows how to add it to Claude, ChatGPT, Cursor and others.
          </p>
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly title: string;
  readonly isDone: boolean;
  readonly children: Child;
}

function Step({ title, isDone, children }: StepProps) {
  return (
    <li class="card">
      <h3>
        <State name={isDone ? "done" : "to do"} tone={isDone ? "good" : undefined} />
        {title}
      </h3>
      {!isDone && children}
    </li>
  );
}
