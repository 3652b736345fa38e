import type { Command, CommandGroup } from "./command/command.js";

/** A command in `standpipe --help`, and its module, which is loaded only when the command runs. */
export interface Listed {
  readonly about: string;
  /** Whether it needs the generator's libraries, which may be missing in an installed package. */
  readonly generates?: true;
  load(): Promise<{ readonly command: Command | CommandGroup }>;
}

export const commands: Readonly<Record<string, Listed>> = {
  serve: { about: "Serve an API's tools over MCP", load: () => import("./serve/own.js") },
  gateway: {
    about: "Serve server URLs and the page that manages them",
    load: () => import("./gateway/own.js"),
  },
  migrate: {
    about: "Update a gateway's database to this version",
    load: () => import("./gateway/migrate.js"),
  },
  backup: {
    about: "Copy a gateway's SQLite database while it runs",
    load: () => import("./gateway/backup.js"),
  },
  "admin-token": {
    about: "Replace a gateway's lost admin token",
    load: () => import("./gateway/admin-token.js"),
  },
  doctor: {
    about: "Find what is wrong with a gateway, and how to fix it",
    load: () => import("./doctor/doctor.js"),
  },
  account: {
    about: "Add, list, change and remove a gateway's accounts",
    load: () => import("./admin/account.js"),
  },
  server: {
    about: "Create, list, show, update, rotate and revoke server URLs",
    load: () => import("./admin/server.js"),
  },
  apply: {
    about: "Make a gateway's accounts, server URLs and roles as a file declares them",
    load: () => import("./declare/apply.js"),
  },
  export: {
    about: "Print a gateway's accounts, server URLs and roles as a file",
    load: () => import("./declare/export.js"),
  },
  token: { about: "Create, list and revoke API tokens", load: () => import("./admin/token.js") },
  login: { about: "Sign in to a gateway as a person", load: () => import("./login/login.js") },
  logout: { about: "End the sign-in of standpipe login", load: () => import("./login/logout.js") },
  "service-token": {
    about: "Create, list and revoke tokens for CI and other programs",
    load: () => import("./admin/service-token.js"),
  },
  "own-key": {
    about: "List and remove people's own keys for accounts",
    load: () => import("./admin/own-key.js"),
  },
  connection: {
    about: "List and end the access of clients that people allowed",
    load: () => import("./admin/connection.js"),
  },
  role: { about: "Give, list and take away people's roles", load: () => import("./admin/role.js") },
  usage: { about: "Show numbers of calls: errors, times and tokens", load: () => import("./admin/usage.js") },
  log: { about: "Show and verify a gateway's audit log", load: () => import("./admin/log.js") },
  connect: { about: "Connect a stdio client to a server URL", load: () => import("./connect/connect.js") },
  "client-config": {
    about: "Print a client's settings for a server URL",
    load: () => import("./connect/client-config.js"),
  },
  sandbox: {
    about: "Serve a FireHydrant, or any API, to practise on",
    load: () => import("./sandbox/sandbox.js"),
  },
  eval: {
    about: "Run an agent on on-call scenarios and check what it did",
    load: () => import("./eval/eval.js"),
  },
  generate: {
    about: "Generate tool modules and the catalogue",
    generates: true,
    load: () => import("./generate/generate.js"),
  },
  import: {
    about: "Import the facts of an OpenAPI document into specs/",
    generates: true,
    load: () => import("./generate/import.js"),
  },
  describe: {
    about: "Print templates for operations without a description",
    generates: true,
    load: () => import("./generate/describe.js"),
  },
  diff: {
    about: "Show what a change does to the tools",
    generates: true,
    load: () => import("./diff/diff.js"),
  },
  update: {
    about: "Import, generate, and show what changes",
    generates: true,
    load: () => import("./diff/update.js"),
  },
  verify: { about: "Compare a running server with surface.lock", load: () => import("./verify/verify.js") },
  stats: {
    about: "Show the tokens of each tool, group and surface",
    generates: true,
    load: () => import("./generate/stats.js"),
  },
};
