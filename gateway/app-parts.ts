import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Admin } from "./admin.js";
import type { AuthorizationServer } from "./authorization/authorization.js";
import type { Core, Act } from "./core.js";
import type { Provider } from "./identity/provider.js";
import type { AccountState } from "./ops/account-state.js";
import type { Rooms } from "./ops/rooms.js";
import type { CompareApi } from "./review/comparison.js";
import type { OwnKeyDesk } from "./own-keys/desk.js";
import type { RequestContext } from "./request-context.js";
import type { Access } from "./serve/access.js";
import type { Playground } from "./serve/playground.js";
import type { Session } from "./sessions.js";

/** A route's context: `c.env.context`, `c.get("act")`, `c.get("session")`. */
export interface AppEnv {
  Bindings: HttpBindings & {
    readonly context: RequestContext;
    /** The session of the request's cookie. It is found before the app, which sees only a part of the store. */
    readonly session?: Session;
  };
  Variables: {
    /** Who makes the request. Only `requireAdmin` sets it. */
    act: Act;
    /** Absent if the request has the admin token. */
    session: Session | undefined;
  };
}

export type App = OpenAPIHono<AppEnv>;
export type AppContext = Context<AppEnv>;

/** The dependencies of routes. */
export interface AppParts {
  readonly core: Core;
  readonly admin: Admin;
  /** Where people sign in. Absent if only the admin token opens the page. */
  readonly provider?: Provider;
  /** Gives clients access for people. Absent if it is off. */
  readonly authorization?: AuthorizationServer;
  readonly version: string;
  /** Finds the server of a URL. */
  readonly access: Pick<Access, "check">;
  /** Memory for bodies of requests without a credential. */
  readonly strangers: Rooms["strangers"];
  /** The state of each account in use, in this process. */
  readonly accountStates: () => readonly AccountState[];
  /** Own keys of signed-in people. */
  readonly ownKeys: OwnKeyDesk;
  /** Server URLs as their clients see them. */
  readonly playground: Playground;
  /** Compares what is served with the files on disk. Absent if the gateway was started without it. */
  readonly compare?: CompareApi;
  /** Aborted when the gateway stops: streams without an end of their own then end. */
  readonly stopping: AbortSignal;
  /** Called with errors that are not the client's fault. */
  readonly report: (error: Error) => void;
  /** Mounts more routes: the page and the approvals. */
  readonly mounts?: readonly ((app: App, parts: AppParts) => void)[];
}
