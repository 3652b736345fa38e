/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { useContext } from "hono/jsx";
import type { Session } from "../sessions.js";
import { FieldFault, useFault } from "./form-faults.js";
import { localTime, Zone } from "./zone.js";

/** Proves that a form comes from the session's own page. */
export function Csrf({ session }: { readonly session: Session }) {
  return <input type="hidden" name="csrf" value={session.csrf} />;
}

/** The fault of a sent form. */
export function Faults({ faults }: { readonly faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <div class="note bad" role="alert">
      {faults.length === 1 ? (
        <p>{faults[0]}</p>
      ) : (
        <ul>
          {faults.map((fault) => (
            <li>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A time to the minute, in the person's zone. Its title has it in UTC. */
export function Time({ at, none = "never" }: { readonly at: string | null; readonly none?: string }) {
  const zone = useContext(Zone);
  if (at === null) return <span class="soft">{none}</span>;
  return (
    <time class="nowrap" datetime={at} title={`${at.slice(0, 19).replace("T", " ")} UTC`}>
      {localTime(at, zone)}
    </time>
  );
}

const tones: Readonly<Record<string, string>> = {
  active: "good",
  approved: "good",
  used: "good",
  pending: "warn",
  revoked: "bad",
  refused: "bad",
};

export function State({ name, tone = tones[name] }: { readonly name: string; readonly tone?: string }) {
  return <span class={`state ${tone ?? ""}`}>{name}</span>;
}

/** A text with a copy button. */
export function Copied({
  id,
  text,
  label,
}: {
  readonly id: string;
  readonly text: string;
  readonly label: string;
}) {
  return (
    <div class="copyline">
      <pre id={id} class="copied-from">
        {text}
      </pre>
      <button type="button" data-copy={id} hidden>
        <span>Copy</span>
        <span class="aside">{` ${label}`}</span>
      </button>
    </div>
  );
}

interface NameFieldProps {
  readonly value: string | undefined;
  /** Says who or what the name is for. */
  readonly note?: string;
}

/** The name of an account, a server or a token. */
export function NameField({ value, note }: NameFieldProps) {
  return (
    <div class="field">
      <label for="name">Name</label>
      <input
        id="name"
        name="name"
        required
        maxlength={200}
        value={value}
        aria-describedby={note === undefined ? undefined : "name-note"}
        {...useFault("name")}
      />
      <FieldFault id="name" />
      {note !== undefined && (
        <span class="soft" id="name-note">
          {note}
        </span>
      )}
    </div>
  );
}

/** A link to the next page of a list, if there is one. */
export function Older({ list, next }: { readonly list: string; readonly next: string | null }) {
  if (next === null) return null;
  return (
    <a class="button" href={`${list}?cursor=${encodeURIComponent(next)}`}>
      Older
    </a>
  );
}
