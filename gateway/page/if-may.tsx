/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { createContext, useContext, type Child } from "hono/jsx";
import type { Session } from "../sessions.js";
import { may, type Deed, type On } from "./may.js";

/** The person who sees the page. */
export const Person = createContext<Session | undefined>(undefined);

interface IfMayProps {
  readonly deed: Deed;
  readonly on?: On;
  readonly children: Child;
  /** What other people see. */
  readonly otherwise?: Child;
}

/** Shows a link, a button or a section only to people who may use it. */
export function IfMay({ deed, on, children, otherwise }: IfMayProps) {
  const session = useContext(Person);
  return <>{session && may(session, deed, on) ? children : otherwise}</>;
}
