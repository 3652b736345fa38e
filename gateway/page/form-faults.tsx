/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { createContext, useContext } from "hono/jsx";
import { optionNames, serverOptions, type OptionName } from "../options/options.js";

/** The faults of a sent form, by the ids of their fields. */
const FieldFaults = createContext<ReadonlyMap<string, string>>(new Map());
export const FieldFaultsProvider = FieldFaults.Provider;

/** The fields of options that have other ids than their names. Absent options have no single field. */
const ownIds: Partial<Record<OptionName, string>> = {
  confirm: "confirm_list",
  rate_limit: "rate_calls",
  oauth: "oauth_scopes",
  tools: "tools-title",
  permissions: "permissions-title",
  methods: "methods-title",
  tags: "tags-title",
};

interface NamedFault {
  /** The id of its field, if there is one. */
  readonly id?: string;
  readonly text: string;
}

/** A fault of the API's schema with the words of the form: `config.call_seconds: …` is that of its label. */
function named(fault: string): NamedFault {
  const [, path, text] = /^([a-z_.[\]\d]+): (.*)$/s.exec(fault) ?? [];
  if (path === undefined) return { text: fault };
  if (path === "name") return { id: "name", text: `Name ${text}` };
  if (path === "expires_at") return { id: "expires_at", text: `The time of its expiry ${text}` };
  const option = optionNames.find(
    (name) =>
      path === `config.${name}` || path.startsWith(`config.${name}.`) || path.startsWith(`config.${name}[`),
  );
  if (option === undefined) return { text: fault };
  return { id: ownIds[option] ?? option, text: `${serverOptions[option].label}: ${text}` };
}

export function faultsById(faults: readonly string[]): ReadonlyMap<string, string> {
  const found = faults.map(named);
  return new Map(found.flatMap(({ id, text }) => (id === undefined ? [] : [[id, text] as const])));
}

/** All faults of a form, each with a link to its field. */
export function FaultSummary({ faults }: { readonly faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <div class="note bad" role="alert">
      <p>
        {faults.length === 1 ? "Fix this, and send the form again:" : "Fix these, and send the form again:"}
      </p>
      <ul>
        {faults.map(named).map(({ id, text }) => (
          <li>{id === undefined ? text : <a href={`#${id}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** Attributes of a field that has a fault. */
export function useFault(id: string) {
  const text = useContext(FieldFaults).get(id);
  return text === undefined ? {} : ({ "aria-invalid": "true", "aria-describedby": `${id}-fault` } as const);
}

/** The fault below a field. */
export function FieldFault({ id }: { readonly id: string }) {
  const text = useContext(FieldFaults).get(id);
  if (text === undefined) return null;
  return (
    <span class="fault" id={`${id}-fault`}>
      {text}
    </span>
  );
}
