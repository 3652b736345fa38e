/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../runtime/catalogue.js";
import { executorOf } from "../../runtime/discover/executors.js";
import { discoverTools } from "../../runtime/discover/tools.js";
import { tagsOf } from "../../runtime/selection.js";
import type { Session } from "../sessions.js";
import { Csrf, Faults } from "./layout.js";
import { accesses, type ServerForm } from "./server-input.js";

export interface ServerFormProps {
  readonly session: Session;
  readonly catalogue: Catalogue;
  readonly form: ServerForm;
  /** Whether the server exists, and what its end is now. */
  readonly existing?: { readonly expires_at: string | null };
  readonly faults?: readonly string[];
}

/** A server's form: what it may do, what it shows, when it asks and when it ends. */
export function ServerFormPage({ session, catalogue, form, existing, faults = [] }: ServerFormProps) {
  const { config } = form;
  const finders = Object.fromEntries(discoverTools.map(({ name }) => [name, catalogue.costs?.[name] ?? 0]));
  return (
    <form method="post" data-picker data-finders={JSON.stringify(finders)}>
      <Csrf session={session} />
      <Faults faults={faults} />
      <div class="card">
        <div class="field">
          <label for="name">Name</label>
          <input
            id="name"
            name="name"
            required
            maxlength={200}
            value={form.name}
            aria-describedby="name-note"
          />
          <span class="soft" id="name-note">
            Who or what uses it, such as “On-call assistant”.
          </span>
        </div>
      </div>
      <Methods form={form} />
      <Tags form={form} catalogue={catalogue} />
      <Picker form={form} catalogue={catalogue} />
      <Group title="What a client is listed">
        <Choice name="surface" value="curated" now={config.surface ?? "curated"}>
          The common tools, and finders for the rest
        </Choice>
        <Choice name="surface" value="full" now={config.surface ?? "curated"}>
          Every tool that it holds
        </Choice>
        <Choice name="surface" value="discover" now={config.surface ?? "curated"}>
          Finders alone: the fewest tokens
        </Choice>
        <h3>Names</h3>
        <Choice name="names" value="canonical" now={config.names ?? "canonical"}>
          <>
            Short: <code>create_incident</code>
          </>
        </Choice>
        <Choice name="names" value="managed" now={config.names ?? "canonical"}>
          <>
            As hosted platforms write them: <code>create_a_fire_hydrant_incident</code>
          </>
        </Choice>
      </Group>
      <Confirm form={form} />
      <Expiry form={form} existing={existing} />
      <Limits form={form} />
      <div class="bar">
        <output data-script hidden />
        <button class="primary">{existing ? "Save" : "Create the server URL"}</button>
      </div>
    </form>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="stack">{children}</div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  /** The one that is chosen. */
  readonly now: string;
  readonly opens?: boolean;
  readonly children: Child;
}

function Choice({ name, value, now, opens, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        value={value}
        checked={value === now}
        data-opens={opens ? "" : undefined}
      />
      <span>{children}</span>
    </label>
  );
}

const accessWords: Readonly<Record<(typeof accesses)[number], string>> = {
  list: "List",
  get: "Get",
  create: "Create",
  update: "Update",
  delete: "Delete",
  custom: "Other actions",
};

function Methods({ form }: { readonly form: ServerForm }) {
  return (
    <fieldset>
      <legend>Methods</legend>
      <div class="chips">
        {accesses.map((access) => (
          <label class="choice">
            <input type="checkbox" name="methods" value={access} checked={form.methods.has(access)} />
            {accessWords[access]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Tags({ form, catalogue }: { readonly form: ServerForm; readonly catalogue: Catalogue }) {
  return (
    <fieldset>
      <legend>Tags</legend>
      <p class="soft small">None ticked stands for all.</p>
      <div class="chips">
        {tagsOf(catalogue).map((tag) => (
          <label class="choice">
            <input type="checkbox" name="tags" value={tag} checked={form.tags.has(tag)} />
            {tag}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Picker({ form, catalogue }: { readonly form: ServerForm; readonly catalogue: Catalogue }) {
  const curated = new Set(catalogue.curated);
  return (
    <fieldset>
      <legend>Tools</legend>
      <p class="soft small">Those ticked are held, as far as the methods and tags above admit them.</p>
      <details open={form.tools.size < catalogue.tools.length}>
        <summary>Choose single tools</summary>
        <div>
          <div class="row" data-script hidden>
            <label for="tool-filter">Find</label>
            <div class="grow">
              <input id="tool-filter" type="search" autocomplete="off" />
            </div>
            <button type="button" class="quiet" id="pick-all">
              Tick all shown
            </button>
            <button type="button" class="quiet" id="pick-none">
              Untick all shown
            </button>
          </div>
          <ul class="picker" aria-label="Tools">
            {catalogue.tools.map((tool) => {
              const entry = catalogue.index[tool.name]!;
              const tokens = catalogue.costs?.[tool.name] ?? 0;
              return (
                <li
                  data-access={entry.access}
                  data-executor={executorOf(tool, entry)}
                  data-tags={entry.tags.join(" ")}
                  data-tokens={tokens}
                  data-curated={curated.has(tool.name) ? "yes" : "no"}
                >
                  <label class="choice">
                    <input
                      type="checkbox"
                      name="tool"
                      value={tool.name}
                      checked={form.tools.has(tool.name)}
                    />
                    <span>
                      <span class="mono">{tool.name}</span>
                      <span class="soft">{tool.title}</span>
                    </span>
                    <span class="soft nowrap">{`${tokens} tokens`}</span>
                  </label>
                </li>
              );
            })}
          </ul>
        </div>
      </details>
      <div class="stack">
        <p class="small">
          <strong>Tools that a later release adds</strong>
        </p>
        <Choice name="later" value="include" now={form.later}>
          Held, where methods and tags admit them
        </Choice>
        <Choice name="later" value="exclude" now={form.later}>
          Not held
        </Choice>
      </div>
    </fieldset>
  );
}

function Confirm({ form }: { readonly form: ServerForm }) {
  const { confirm = "none" } = form.config;
  const now = typeof confirm === "string" ? confirm : "list";
  return (
    <Group title="Ask a person before">
      <Choice name="confirm" value="none" now={now}>
        Nothing
      </Choice>
      <Choice name="confirm" value="delete" now={now}>
        Anything is deleted
      </Choice>
      <Choice name="confirm" value="write" now={now}>
        Anything is changed
      </Choice>
      <Choice name="confirm" value="list" now={now} opens>
        Calls of these tools
      </Choice>
      <div class="field when">
        <label for="confirm_list">Tool names, one to a line; * stands for anything</label>
        <textarea id="confirm_list" name="confirm_list" rows={3} spellcheck={false}>
          {form.confirmList}
        </textarea>
      </div>
    </Group>
  );
}

const spans = [
  ["3600", "In an hour"],
  ["86400", "In a day"],
  ["604800", "In 7 days"],
  ["2592000", "In 30 days"],
  ["7776000", "In 90 days"],
  ["at", "At a time…"],
] as const;

function Expiry({ form, existing }: Pick<ServerFormProps, "form" | "existing">) {
  const kept =
    existing &&
    (existing.expires_at === null
      ? "Never, as now"
      : `As now: ${existing.expires_at.slice(0, 16).replace("T", " ")} UTC`);
  const options = [
    ...(kept === undefined ? [] : [["keep", kept] as const]),
    ["never", "Never"] as const,
    ...spans,
  ];
  return (
    <fieldset>
      <legend>Expiry</legend>
      <div class="pair">
        <div class="field">
          <label for="expires">It stops working</label>
          <select id="expires" name="expires">
            {options.map(([value, words]) => (
              <option
                value={value}
                selected={value === form.expires}
                data-opens={value === "at" ? "" : undefined}
              >
                {words}
              </option>
            ))}
          </select>
        </div>
        <div class="field when at">
          <label for="expires_at">Time, in UTC</label>
          <input id="expires_at" name="expires_at" type="datetime-local" value={form.expires_at} />
        </div>
      </div>
    </fieldset>
  );
}

function Limits({ form: { config } }: { readonly form: ServerForm }) {
  return (
    <fieldset>
      <legend>Limits</legend>
      <div class="pair">
        <div class="field">
          <label for="rate_calls">Most calls</label>
          <input
            id="rate_calls"
            name="rate_calls"
            type="number"
            min={1}
            max={100000}
            value={config.rate_limit?.calls}
            placeholder="no limit"
          />
        </div>
        <div class="field">
          <label for="rate_seconds">within so many seconds</label>
          <input
            id="rate_seconds"
            name="rate_seconds"
            type="number"
            min={1}
            max={86400}
            value={config.rate_limit?.seconds ?? 60}
          />
        </div>
        <div class="field">
          <label for="result_token_budget">Tokens of a result</label>
          <input
            id="result_token_budget"
            name="result_token_budget"
            type="number"
            min={500}
            max={1000000}
            value={config.result_token_budget}
            placeholder="20000"
          />
        </div>
        <div class="field">
          <label for="on_429">When FireHydrant's rate limit is used up</label>
          <select id="on_429" name="on_429">
            <option value="wait" selected={config.on_429 !== "pass"}>
              Reads wait for their turn
            </option>
            <option value="pass" selected={config.on_429 === "pass"}>
              The client is told
            </option>
          </select>
        </div>
      </div>
      <div class="stack">
        <label class="choice">
          <input type="checkbox" name="resolve_names" value="yes" checked={config.resolve_names !== false} />
          Arguments take names where ids are wanted
        </label>
        <label class="choice">
          <input
            type="checkbox"
            name="require_api_token_auth"
            value="yes"
            checked={config.require_api_token_auth === true}
          />
          Clients must show an API token beside the URL
        </label>
      </div>
    </fieldset>
  );
}
