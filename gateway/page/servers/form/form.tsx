/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import type { Session } from "../../../sessions.js";
import { Expiry } from "../../expiry.js";
import { FaultSummary, faultsById, FieldFaultsProvider } from "../../form-faults.js";
import { Csrf, NameField } from "../../parts.js";
import { Confirm } from "./confirm.js";
import { Credential } from "./credential.js";
import type { ServerForm } from "./input.js";
import { HeldTools } from "./held-tools.js";
import { Limits } from "./limits.js";
import { Listing } from "./listing.js";
import { Permissions } from "./permissions.js";
import { Picker } from "./picker.js";
import { Preview } from "./preview.js";
import { Methods, Tags } from "./scope.js";

export interface ServerFormProps {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly form: ServerForm;
  readonly issuers: readonly string[];
  /** The path that the form is sent to. */
  readonly here: string;
  /** Whether the server exists, and its current expiry. */
  readonly existing?: { readonly expires_at: string | null };
  readonly faults?: readonly string[];
}

/** A server's form: its tools, its answers, its approvals and its expiry. */
export function ServerFormPage({
  session,
  catalogue,
  form,
  issuers,
  here,
  existing,
  faults = [],
}: ServerFormProps) {
  const { methods, tags } = form.config;
  const isNarrowed = form.isPicked || methods !== undefined || tags !== undefined;
  return (
    <FieldFaultsProvider value={faultsById(faults)}>
      <form method="post" action={here} data-server-form={`${here}/preview`}>
        <Csrf session={session} />
        {/* The Enter key presses the first button of a form, which must not be another one. */}
        <button class="aside" tabindex={-1} aria-hidden="true">
          {existing ? "Save" : "Create"}
        </button>
        <FaultSummary faults={faults} />
        <div class="card">
          <NameField value={form.name} note="Who or what uses it, such as “On-call assistant”." />
        </div>
        <Permissions form={form} catalogue={catalogue} />
        <HeldTools {...{ form, catalogue, here }} />
        <details open={isNarrowed}>
          <summary>Narrow it further: methods, tags, single tools</summary>
          <div>
            <Methods form={form} />
            <Tags form={form} catalogue={catalogue} />
            <Picker form={form} catalogue={catalogue} />
          </div>
        </details>
        <Confirm form={form} catalogue={catalogue} />
        <Expiry ending={form} existing={existing} />
        <Listing form={form} catalogue={catalogue} />
        <Credential form={form} issuers={issuers} />
        <Limits form={form} catalogue={catalogue} />
        <div class="bar">
          <output data-part="line">
            <Preview catalogue={catalogue} config={form.config} />
          </output>
          <span class="row">
            <noscript>
              <button name="preview" value="yes" formnovalidate>
                Preview
              </button>
            </noscript>
            <button class="primary">{existing ? "Save" : "Create the server URL"}</button>
          </span>
        </div>
      </form>
    </FieldFaultsProvider>
  );
}
