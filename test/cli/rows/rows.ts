import { accounts } from "./accounts.js";
import { administration } from "./administration.js";
import { clientConfig, evaluation } from "./clients.js";
import { generator } from "./generator.js";
import { log } from "./log.js";
import { people } from "./people.js";
import type { CommandRows } from "./row.js";
import { adminToken, backup, doctor, gateway, migrate, sandbox, serve } from "./serve.js";

/** Every flag of every command and action, by its name. */
export const rows: Readonly<Record<string, CommandRows>> = {
  serve,
  gateway,
  migrate,
  backup,
  "admin-token reset": adminToken,
  doctor,
  ...accounts,
  ...administration,
  ...log,
  ...people,
  connect: {},
  "client-config": clientConfig,
  sandbox,
  eval: evaluation,
  ...generator,
  stats: {},
};
