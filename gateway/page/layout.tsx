/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Session } from "../sessions.js";
import type { AuditLog } from "../audit/audit-log.js";
import { icon, script, style } from "./assets.js";
import { AuditFaults } from "./log/audit-state.js";
import { EmergencyNote } from "./identity/emergency-note.js";
import { Navigation, type Room } from "./navigation.js";
import { Csrf } from "./parts.js";

export interface LayoutProps {
  /** Never a secret, because browsers keep titles in their history. */
  readonly title: string;
  /** Whether the page's own URL is a secret, which its requests must not send as Referer. The page has no forms. */
  readonly isSecret?: boolean;
  readonly session?: Session;
  /** Whether the session began with the admin token, although people sign in at a provider. */
  readonly isEmergency?: boolean;
  readonly room?: Room;
  /** The number of waiting calls. */
  readonly waiting?: number;
  /** The state of the audit log, which every page shows if something is wrong. */
  readonly audit?: Pick<AuditLog, "isWorking" | "counts">;
  readonly children?: Child;
}

/** A whole document. */
export function Layout({
  title,
  isSecret = false,
  session,
  isEmergency = false,
  room,
  waiting = 0,
  audit,
  children,
}: LayoutProps) {
  const document = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        {/* Under the header's `no-referrer` browsers send a form's Origin as null, which every route refuses. */}
        <meta name="referrer" content={isSecret ? "no-referrer" : "same-origin"} />
        <title>{`${title} · Standpipe`}</title>
        <link rel="icon" href={icon.path} type="image/svg+xml" />
        <link rel="stylesheet" href={style.path} />
        <script src={script.path} type="module" />
      </head>
      <body class={session ? "framed" : undefined}>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="side">
          <a class="brand" href="/">
            <img src={icon.path} alt="" width={24} height={24} />
            Standpipe
          </a>
          {session && <Navigation session={session} room={room} waiting={waiting} />}
          {session && (
            <form class="who" method="post" action="/sign-out">
              <span class="small">{session.person}</span>
              {session.identity && <a href="/own-keys">Your keys and clients</a>}
              <Csrf session={session} />
              <button class="quiet">Sign out</button>
            </form>
          )}
        </header>
        <main id="main">
          {isEmergency && <EmergencyNote />}
          {audit && <AuditFaults audit={audit} />}
          {children}
        </main>
        <p id="said" class="aside" role="status" />
      </body>
    </html>
  );
  return html`<!doctype html>${document}`;
}
