/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Layout } from "../layout.js";
import { Faults } from "../parts.js";

interface SignInProps {
  readonly next: string;
  /** The issuer of the provider where people sign in. */
  readonly provider: string | undefined;
  /** Whether the admin token opens the page. */
  readonly adminToken: boolean;
  readonly person?: string;
  readonly faults?: readonly string[];
}

/** The ways to sign in: at the provider, and with the admin token. */
export function SignIn({ next, provider, adminToken, person, faults = [] }: SignInProps) {
  const start = `/sign-in/provider?next=${encodeURIComponent(next)}`;
  return (
    <Layout title="Sign in">
      <div class="narrow">
        {provider !== undefined && (
          <div class="card">
            <div class="head">
              <h1>Sign in</h1>
            </div>
            {!adminToken && <Faults faults={faults} />}
            {/* A link and no form, because the page's policy lets forms go only to this site. */}
            <a class="button primary" href={start}>{`Sign in at ${new URL(provider).host}`}</a>
          </div>
        )}
        {adminToken && (
          <TokenForm {...{ next, person, faults }} title={provider ? "In an emergency" : "Sign in"} />
        )}
      </div>
    </Layout>
  );
}

interface TokenFormProps extends Required<Pick<SignInProps, "next" | "faults">> {
  readonly person: string | undefined;
  readonly title: string;
}

function TokenForm({ next, person, faults, title }: TokenFormProps) {
  const isOnly = title === "Sign in";
  return (
    <form class="card" method="post" action="/sign-in">
      <div class="head">{isOnly ? <h1>{title}</h1> : <h2>{title}</h2>}</div>
      <Faults faults={faults} />
      {!isOnly && (
        <p class="soft">The admin token opens everything. Its use is reported in the gateway's log.</p>
      )}
      <input type="hidden" name="next" value={next} />
      <div class="field">
        <label for="person">Your name</label>
        <input id="person" name="person" value={person} required maxlength={100} autocomplete="username" />
        <span class="soft">The log shows it with your actions.</span>
      </div>
      <div class="field">
        <label for="token">Admin token</label>
        <input id="token" name="token" type="password" required autocomplete="current-password" />
        <span class="soft">
          If it is lost, run <code>standpipe admin-token reset</code> on the gateway's machine.
        </span>
      </div>
      <button class={isOnly ? "primary" : undefined}>
        {isOnly ? "Sign in" : "Sign in with the admin token"}
      </button>
    </form>
  );
}
