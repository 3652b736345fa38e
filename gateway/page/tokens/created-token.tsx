/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Copied, Time } from "../parts.js";

export interface NewToken {
  readonly name: string;
  readonly token: string;
  readonly expires_at: string | null;
}

/** A new API token, which is only shown now. */
export function CreatedToken({ name, token, expires_at }: NewToken) {
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/tokens">API tokens</a>
          </p>
          <h1>{`${name} is ready`}</h1>
        </div>
      </div>
      <div class="note warn" role="status">
        <p>
          <strong>Copy the token now.</strong> It is shown only once. It does not work alone: clients send it
          together with a server's URL.
        </p>
      </div>
      <section class="card" aria-labelledby="token-title">
        <h2 id="token-title">API token</h2>
        <Copied id="api-token" text={token} label="the API token" />
      </section>
      <section class="card" aria-labelledby="header-title">
        <h2 id="header-title">As a header</h2>
        <Copied id="api-token-header" text={`Authorization: Bearer ${token}`} label="the header" />
      </section>
      <p class="soft">
        It stops working: <Time at={expires_at} />
      </p>
    </>
  );
}
