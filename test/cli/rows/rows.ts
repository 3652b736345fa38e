import { administration } from "./administration.js";
import { clientConfig, evaluation } from "./clients.js";
import { generator } from "./generator.js";
import type { CommandRows } from "./row.js";
import { backup, doctor, gateway, sandbox, serve } from "./serve.js";

/** Every flag of every command and action, by its name. */
export const rows: Readonly<Record<string, CommandRows>> = {
  serve,
  gateway,
  backup,
  doctor,
  ...administration,
  connect: {},
  "client-config": clientConfig,
  sandbox,
  eval: evaluation,
  ...generator,
  stats: {},
};
