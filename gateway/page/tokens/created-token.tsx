/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Room } from "../navigation.js";
import { Copied, Time } from "../parts.js";

export interface NewToken {
  readonly name: string;
  readonly token: string;
  readonly expires_at: string | null;
}

/** A kind of token, as the page of a new token needs it. */
export interface TokenKind {
  /** Title of the page. */
  readonly title: string;
  readonly room: Room;
  /** The list of these tokens. */
  readonly list: { readonly href: string; readonly label: string };
  /** What the person should know about the token. */
  readonly note: string;
  readonly shown: readonly Shown[];
}

/** A form in which the token is needed. */
interface Shown {
  readonly id: string;
  readonly title: string;
  readonly text: (token: string) => string;
  /** What the button copies. */
  readonly label: string;
}

/** A new token, which is only shown now. */
export function CreatedToken({ name, token, expires_at, kind }: NewToken & { readonly kind: TokenKind }) {
  const { list, note, shown } = kind;
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href={list.href}>{list.label}</a>
          </p>
          <h1>{`${name} is ready`}</h1>
        </div>
      </div>
      <div class="note warn" role="status">
        <p>
          <strong>Copy the token now.</strong> It is shown only once. {note}
        </p>
      </div>
      {shown.map(({ id, title, text, label }) => (
        <section class="card" aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          <Copied id={id} text={text(token)} label={label} />
        </section>
      ))}
      <p class="soft">
        It stops working: <Time at={expires_at} />
      </p>
    </>
  );
}
