import { gatewayAt, urlFlag } from "../admin/action.js";
import { ApiRefusal, createAdminClient } from "../admin/client.js";
import { defineCommand } from "../command/command.js";
import { findSignIn, saveSignIn } from "./saved-sign-ins.js";

export const command = defineCommand({
  name: "standpipe logout",
  about: "End the sign-in of standpipe login, and delete its token",
  flags: urlFlag,
  async run({ url }) {
    const gateway = gatewayAt(url);
    const saved = await findSignIn(gateway);
    if (!saved) {
      console.log(`You are not signed in at ${gateway}.`);
      return;
    }
    await saveSignIn(gateway, undefined);
    try {
      await createAdminClient(gateway, saved.token).ask("DELETE", "/session");
    } catch (error) {
      // It had ended already.
      if (!(error instanceof ApiRefusal && error.status === 401)) throw error;
    }
    console.log(`Signed out at ${gateway}.`);
  },
});
