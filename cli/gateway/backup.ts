import { resolve } from "node:path";
import { backupSqlite, BackupError } from "../../gateway/store/backup.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text } from "../command/flags.js";

export const command = defineCommand({
  name: "standpipe backup",
  about:
    "Copies a gateway's SQLite database into one file, while the gateway runs. For PostgreSQL, use pg_dump.",
  flags: {
    data: text("Folder of the database", { default: "./data" }),
    to: text("File to write; it must not exist"),
  },
  async run({ data, to }) {
    if (to === undefined) throw new CommandError("--to is missing. Pass the file to write.");
    try {
      await backupSqlite(resolve(data), resolve(to));
    } catch (error) {
      throw error instanceof BackupError ? new CommandError(error.message) : error;
    }
    console.log(`Wrote ${to}.`);
    console.log(
      "To restore it, copy it as standpipe.db into an empty data folder and start the gateway there with the same secret key: " +
        "STANDPIPE_SECRET_KEY, or secret.key of this data folder. Store the key and the backup in different places.",
    );
  },
});
