import { migrateStore } from "../../gateway/store/open.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text } from "../command/flags.js";
import { requireFolder } from "./start-error.js";
import { readEnvironment } from "./environment.js";

export const command = defineCommand({
  name: "standpipe migrate",
  about:
    "Updates the database to this version, and ends. A gateway does this at its start, unless STANDPIPE_MIGRATE is false. " +
    "Make a backup first: an older version does not start on an updated database.",
  flags: { data: text("Folder of the database, if DATABASE_URL is not set", { default: "./data" }) },
  async run({ data }) {
    const { databaseUrl } = readEnvironment().settings;
    if (databaseUrl === undefined) requireFolder(data);
    const made = await migrateStore({ databaseUrl, folder: data }).catch((error: unknown) => {
      throw new CommandError((error as Error).message);
    });
    console.log(
      made.length === 0
        ? "The database was up to date."
        : `Updated the database: ${made.length} ${made.length === 1 ? "step" : "steps"}, the last one ${made.at(-1)}.`,
    );
  },
});
