import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Admin } from "./admin.js";
import type { Core, Act } from "./core.js";
import type { Rooms } from "./ops/rooms.js";
import type { RequestContext } from "./request-context.js";
import type { Session } from "./sessions.js";

/** What a route finds in its context: `c.env.context`, `c.get("act")`, `c.get("session")`. */
export interface AppEnv {
  Bindings: HttpBindings & { readonly context: RequestContext };
  Variables: {
    /** Who asks; set by `requireAdmin` alone. */
    act: Act;
    /** Absent where the request came with the admin token instead. */
    session: Session | undefined;
  };
}

export type App = OpenAPIHono<AppEnv>;
export type AppContext = Context<AppEnv>;

/** What routes are made from. */
export interface AppParts {
  readonly core: Core;
  readonly admin: Admin;
  readonly version: string;
  /** Room for bodies of requests without a credential. */
  readonly strangers: Rooms["strangers"];
  /** Is told of what went wrong and is no client's doing. */
  readonly report: (error: Error) => void;
  /** Mounts further routes: the page, the approval of calls. */
  readonly mounts?: readonly ((app: App, parts: AppParts) => void)[];
}
