/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Connection } from "../../authorization/list-connections.js";
import { Time } from "../parts.js";

/** The columns that every list of clients has. What a client says of itself is never a link. */
export const clientColumns = {
  Client: ({ client_name }: Connection) => client_name,
  "Code sent to": ({ redirect_host }: Connection) => redirect_host,
};

export const clientTimes = {
  Allowed: ({ created_at }: Connection) => <Time at={created_at} />,
  "Last renewed": ({ used_at }: Connection) => <Time at={used_at} />,
};
