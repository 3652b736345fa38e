/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { FieldFault, useFault } from "../../form-faults.js";
import { Choice, Group } from "./choice.js";
import type { ServerForm } from "./input.js";

interface CredentialProps {
  readonly form: ServerForm;
  /** The operator's issuers. */
  readonly issuers: readonly string[];
}

/** What clients need in addition to the URL. */
export function Credential({ form: { config, shares }, issuers }: CredentialProps) {
  const now = config.oauth ? "oauth" : config.require_api_token_auth ? "api_token" : "none";
  return (
    <Group title="Authentication">
      <Choice name="credential" value="none" now={now}>
        The URL is enough
      </Choice>
      <Choice name="credential" value="api_token" now={now}>
        The URL and an API token, in a header
      </Choice>
      <Choice name="credential" value="oauth" now={now} opens>
        Sign-in: people sign in at your identity provider (OAuth)
      </Choice>
      {issuers.length === 0 && (
        <p class="soft when">
          No identity provider is set up. The operator sets it with STANDPIPE_OAUTH_ISSUERS.
        </p>
      )}
      <Issuer issuers={issuers} now={config.oauth?.issuer} />
      <Lines
        name="oauth_scopes"
        label="Access by scope, one per line"
        such="incidents:read = read on incidents"
      >
        {shares.scopes}
      </Lines>
      <Lines name="oauth_groups" label="Access by group, one per line" such="responders = all">
        {shares.groups}
      </Lines>
      <p class="soft when" id="oauth-note">
        Each line is a name, “=”, and methods or “all”; add “on” and tags to limit it to those tags. A person
        gets the sum of their scopes and groups, and never more than this server URL has. A person with none
        of them gets nothing.
      </p>
      <div class="when">
        <label class="choice">
          <input
            type="checkbox"
            name="oauth_without_token"
            value="yes"
            checked={config.oauth?.without_token === true}
          />
          <span>Sign-in is enough: a URL without a token works too, and holds no secret</span>
        </label>
      </div>
    </Group>
  );
}

function Issuer({ issuers, now }: Pick<CredentialProps, "issuers"> & { readonly now: string | undefined }) {
  // An issuer that the operator removed is still shown. Otherwise saving would accept the others instead.
  const choosable = [...new Set([...issuers, ...(now === undefined ? [] : [now])])];
  if (choosable.length < 2 && now === undefined) return null;
  return (
    <div class="field when">
      <label for="oauth_issuer">Provider</label>
      <select id="oauth_issuer" name="oauth_issuer">
        <option value="">Any that the operator set up</option>
        {choosable.map((one) => (
          <option value={one} selected={one === now}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LinesProps {
  readonly name: string;
  readonly label: string;
  /** An example. */
  readonly such: string;
  readonly children: string;
}

/** Lines that give access by scope or group. */
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
        {...useFault(name)}
      >
        {children}
      </textarea>
      <FieldFault id={name} />
    </div>
  );
}
