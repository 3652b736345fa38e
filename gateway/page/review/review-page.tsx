/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ServedApi } from "../../apis.js";
import type { LockCheck } from "../../review/comparison.js";
import type { Review } from "../../review/review.js";
import { counted } from "../counted.js";
import { Time } from "../parts.js";
import { addressOf, type Sorting } from "../sorting.js";
import { Changes } from "./changes.js";
import { AffectedServers } from "./affected-servers.js";

export interface ReviewPageProps {
  readonly review: Review;
  /** All served APIs. A choice is shown if there are several. */
  readonly apis: readonly ServedApi[];
  /** Names by ids. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly query: Readonly<Record<string, string>>;
  /** The page of the chosen section. */
  readonly page: number;
}

/** The differences, gravest first, and what they do to server URLs. */
export function ReviewPage({ review, apis, accounts, query, page }: ReviewPageProps) {
  const here = { path: "/review", query };
  const { diff, lock, servers } = review;
  return (
    <>
      <div class="head">
        <div>
          <h1>Review</h1>
          <p>What this gateway serves, compared with the reviewed files on disk.</p>
        </div>
        {apis.length > 1 && <ApiChoice {...{ apis, here }} now={review.api} />}
      </div>
      <Verdict review={review} />
      {diff && <Changes {...{ diff, here, page }} />}
      {lock && <Lock lock={lock} />}
      <AffectedServers {...{ servers, accounts, here }} />
    </>
  );
}

interface ApiChoiceProps {
  readonly apis: readonly ServedApi[];
  readonly here: Sorting;
  readonly now: string;
}

function ApiChoice({ apis, here, now }: ApiChoiceProps) {
  return (
    <nav class="ranges" aria-label="API">
      {apis.map(({ name, title }) => (
        <a
          href={addressOf({ path: here.path, query: {} }, { api: name })}
          aria-current={name === now ? "true" : undefined}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

/** The answer in one sentence. */
function Verdict({ review: { state, file, written_at, reason, diff } }: { readonly review: Review }) {
  if (state === "unknown")
    return (
      <section class="note warn">
        <h2>Not compared</h2>
        <p>{reason}</p>
      </section>
    );
  return (
    <section class={state === "same" ? "note good" : "note warn"}>
      <h2>{state === "same" ? "Nothing changed" : "The files on disk differ from what is served"}</h2>
      <p>
        {state === "same" ? "The gateway serves what " : "A restart of the gateway serves "}
        <code>{file}</code>
        {state === "same" ? " contains" : ""}
        {diff && state === "same"
          ? `: ${counted(diff.tools.after, "tool")}, ${counted(diff.tokens.after, "token")}.`
          : "."}{" "}
        <span class="soft small">
          Written <Time at={written_at} />
        </span>
      </p>
      {reason && <p class="small">{reason}</p>}
    </section>
  );
}

/** What `standpipe verify` finds. */
function Lock({ lock: { file, compared, differences } }: { readonly lock: LockCheck }) {
  return (
    <section class="card">
      <h2>Lock of the reviewed tools</h2>
      {differences.length === 0 ? (
        <p>
          {`All ${compared.toLocaleString("en")} parts of the served surface match `}
          <code>{file}</code>.
        </p>
      ) : (
        <>
          <p>
            {`${counted(differences.length, "part")} of the served surface ${differences.length === 1 ? "does" : "do"} not match `}
            <code>{file}</code>.
          </p>
          <ul class="plain small">
            {differences.slice(0, MOST_DIFFERENCES).map((difference) => (
              <li class="mono">{difference}</li>
            ))}
          </ul>
          {differences.length > MOST_DIFFERENCES && (
            <p class="soft small">
              {`${differences.length - MOST_DIFFERENCES} more: run `}
              <code>standpipe verify</code>.
            </p>
          )}
        </>
      )}
    </section>
  );
}

const MOST_DIFFERENCES = 20;
