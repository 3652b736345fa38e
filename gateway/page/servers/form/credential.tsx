/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Choice, Group } from "./choice.js";
import type { ServerForm } from "./input.js";

interface CredentialProps {
  readonly form: ServerForm;
  /** Those whose access tokens the operator lets count. */
  readonly issuers: readonly string[];
}

/** What clients show beside the URL. */
export function Credential({ form: { config, shares }, issuers }: CredentialProps) {
  const now = config.oauth ? "oauth" : config.require_api_token_auth ? "api_token" : "none";
  const { issuer } = config.oauth ?? {};
  // One that is no longer named stays to be seen; left out, others would count in its place.
  const choosable = [...new Set([...issuers, ...(issuer === undefined ? [] : [issuer])])];
  return (
    <Group title="Beside the URL, clients show">
      <Choice name="credential" value="none" now={now}>
        Nothing more
      </Choice>
      <Choice name="credential" value="api_token" now={now}>
        An API token, in a header
      </Choice>
      <Choice name="credential" value="oauth" now={now} opens>
        Who uses them: people sign in at your identity provider (OAuth)
      </Choice>
      {issuers.length === 0 && (
        <p class="soft when">Your operator has not named one yet; see STANDPIPE_OAUTH_ISSUERS.</p>
      )}
      {(choosable.length > 1 || issuer !== undefined) && (
        <div class="field when">
          <label for="oauth_issuer">Provider</label>
          <select id="oauth_issuer" name="oauth_issuer">
            <option value="">Any that your operator names</option>
            {choosable.map((one) => (
              <option value={one} selected={one === issuer}>
                {one}
              </option>
            ))}
          </select>
        </div>
      )}
      <Lines
        name="oauth_scopes"
        label="What scopes open, one to a line"
        such="incidents:read = read on incidents"
      >
        {shares.scopes}
      </Lines>
      <Lines name="oauth_groups" label="What groups open, one to a line" such="responders = all">
        {shares.groups}
      </Lines>
      <p class="soft when" id="oauth-note">
        Each line is a name, “=”, methods or “all”, then “on” and tags where only those are meant. People see
        what theirs open together, never more than this server holds, and nothing where none is theirs.
      </p>
      <div class="when">
        <label class="choice">
          <input
            type="checkbox"
            name="oauth_without_token"
            value="yes"
            checked={config.oauth?.without_token === true}
          />
          <span>Signing in is enough: a URL without a token works too, and holds no secret</span>
        </label>
      </div>
    </Group>
  );
}

interface LinesProps {
  readonly name: string;
  readonly label: string;
  /** How such a line looks. */
  readonly such: string;
  readonly children: string;
}

/** Parts of the server by names, one to a line. */
function Lines({ name, label, such, children }: LinesProps) {
  return (
    <div class="field when">
      <label for={name}>{label}</label>
      <textarea
        id={name}
        name={name}
        rows={3}
        spellcheck={false}
        placeholder={such}
        aria-describedby="oauth-note"
      >
        {children}
      </textarea>
    </div>
  );
}
