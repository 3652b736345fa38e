/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import {
  type Catalogue,
  type ListedTool,
  ownTools,
  surfaceRules,
  tokenCost,
} from "../../../../runtime/index.js";
import { tokensOf } from "../../../tool-preview.js";
import type { Session } from "../../../sessions.js";
import { Expiry } from "../../expiry.js";
import { Csrf, Faults, NameField } from "../../parts.js";
import { Confirm } from "./confirm.js";
import { Credential } from "./credential.js";
import type { ServerForm } from "./input.js";
import { Limits } from "./limits.js";
import { Listing } from "./listing.js";
import { Picker } from "./picker.js";
import { Methods, Tags } from "./scope.js";

export interface ServerFormProps {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly form: ServerForm;
  readonly issuers: readonly string[];
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
  existing,
  faults = [],
}: ServerFormProps) {
  const costOf = ({ name }: ListedTool) => tokenCost(catalogue, name) ?? 0;
  const finders = Object.fromEntries(ownTools.map((tool) => [tool.name, costOf(tool)]));
  const { tools = [], kinds = [] } = catalogue.knowledge ?? {};
  const workflows = (catalogue.workflows ?? []).map(({ tool, entry: { access, tags, calls } }) => {
    return { access, tags, calls, tokens: tokensOf(catalogue, tool.name, tool) };
  });
  const searches = { costs: tools.map(costOf), kinds: kinds.map(({ list, get }) => [list, get]) };
  return (
    <form
      method="post"
      data-picker
      data-finders={JSON.stringify(finders)}
      data-searches={JSON.stringify(searches)}
      data-workflows={JSON.stringify(workflows)}
      data-surfaces={JSON.stringify(surfaceRules)}
    >
      <Csrf session={session} />
      <Faults faults={faults} />
      <div class="card">
        <NameField value={form.name} note="Who or what uses it, such as “On-call assistant”." />
      </div>
      <Methods form={form} />
      <Tags form={form} catalogue={catalogue} />
      <Picker form={form} catalogue={catalogue} />
      <Listing form={form} catalogue={catalogue} />
      <Confirm form={form} catalogue={catalogue} />
      <Credential form={form} issuers={issuers} />
      <Expiry ending={form} existing={existing} />
      <Limits form={form} catalogue={catalogue} />
      <div class="bar">
        <output />
        <button class="primary">{existing ? "Save" : "Create the server URL"}</button>
      </div>
    </form>
  );
}
