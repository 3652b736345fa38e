import { existsSync } from "node:fs";
import { join } from "node:path";
import { resetAdminToken } from "../../gateway/admin.js";
import { openKeys } from "../../gateway/secrets/keys.js";
import { readSecretKeys } from "../../gateway/secrets/secret-keys.js";
import { createVault } from "../../gateway/secrets/vault.js";
import { openStore } from "../../gateway/store/open.js";
import { defineCommand, defineGroup } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text } from "../command/flags.js";
import { readEnvironment } from "./environment.js";

const reset = defineCommand({
  name: "standpipe admin-token reset",
  about: "Replaces a lost admin token. Run it on the gateway's machine, then restart the gateway.",
  flags: { data: text("Folder of the database and the secret key", { default: "./data" }) },
  async run({ data }) {
    const { env, settings } = readEnvironment();
    const { databaseUrl, adminToken } = settings;
    if (adminToken !== undefined)
      throw new CommandError(
        "STANDPIPE_ADMIN_TOKEN is set, so the stored token is not used. Set that variable to a new token and restart the gateway.",
      );
    if (databaseUrl === undefined && !existsSync(join(data, "standpipe.db")))
      throw new CommandError(
        `--data: ${data} has no gateway's database. Pass the folder that the gateway uses, or set DATABASE_URL.`,
      );
    const vault = createVault(readSecretKeys(env, data));
    const store = await openStore({ databaseUrl, folder: data });
    try {
      const now = new Date();
      const token = await resetAdminToken(store.db, await openKeys(store.db, vault, now), now);
      console.log(
        `New admin token, shown this once: ${token}\nRestart the gateway. The old token works until then.`,
      );
    } finally {
      await store.close();
    }
  },
});

export const command = defineGroup({
  name: "standpipe admin-token",
  actions: { reset },
  note: "It opens the database in --data or DATABASE_URL, so run it where the gateway runs.",
});
