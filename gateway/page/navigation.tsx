/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Session } from "../sessions.js";
import { may, type Deed } from "./may.js";

interface RoomEntry {
  readonly path: string;
  readonly label: string;
  readonly deed: Deed;
  /** Whether a line separates it from the rooms above. */
  readonly begins?: true;
}

/** The sections of the page, in the order of the navigation. */
const rooms = {
  home: { path: "/", label: "Home", deed: "see usage" },
  servers: { path: "/server-urls", label: "Server URLs", deed: "see servers" },
  approvals: { path: "/approvals", label: "Approvals", deed: "see approvals" },
  audit: { path: "/audit", label: "Activity", deed: "see activity" },
  tools: { path: "/tools", label: "Tools", deed: "see tools", begins: true },
  playground: { path: "/playground", label: "Playground", deed: "call tools" },
  review: { path: "/review", label: "Review", deed: "see tools" },
  accounts: { path: "/accounts", label: "Accounts", deed: "see accounts", begins: true },
  tokens: { path: "/tokens", label: "API tokens", deed: "see tokens" },
  serviceTokens: { path: "/ci-tokens", label: "Service tokens", deed: "see tokens" },
  clients: { path: "/clients", label: "Clients", deed: "see tokens" },
  people: { path: "/people", label: "Roles", deed: "see roles" },
} as const satisfies Record<string, RoomEntry>;

export type Room = keyof typeof rooms;

interface NavigationProps {
  readonly session: Session;
  readonly room?: Room;
  /** The number of waiting calls. */
  readonly waiting: number;
}

export function Navigation({ session, room, waiting }: NavigationProps) {
  const shown = Object.entries<RoomEntry>(rooms).filter(([, { deed }]) => may(session, deed));
  return (
    <nav aria-label="Main">
      {shown.map(([name, { path, label, begins }]) => (
        <>
          {begins && <hr />}
          <a href={path} aria-current={name === room ? "page" : undefined}>
            {label}
            {name === "approvals" && waiting > 0 && <span class="state warn">{waiting}</span>}
          </a>
        </>
      ))}
    </nav>
  );
}
