import { startTestGateway } from "../../gateway/kit/gateway.js";
import type { Row } from "./findings.js";
import { folder, stub, usedFolder } from "./machine.js";

/** Findings about the accounts of a used data folder. */
export const accountRows: Readonly<Record<string, Row>> = {
  "a key that the API refuses": [
    "accounts",
    async () => {
      await usedFolder("fhb-bad");
      return {};
    },
    "fail",
    /Account bad: FireHydrant at .* refuses the key \(401\)/,
    /region/,
  ],
  "an account whose base URL is not allowed": [
    "accounts",
    async () => {
      await usedFolder();
      return { variables: { STANDPIPE_BASE_URLS: "" } };
    },
    "fail",
    /does not serve/,
    /STANDPIPE_BASE_URLS/,
  ],
  "an API that fails": [
    "accounts",
    async () => {
      await usedFolder();
      stub.reply = () => ({ status: 500, value: {} });
      return {};
    },
    "fail",
    /FireHydrant/,
    /status page/,
  ],
  "an account's key that was damaged": [
    "accounts",
    async () => {
      await usedFolder();
      await changeAccounts({ api_key: "damaged" });
      return {};
    },
    "fail",
    /The key of account good cannot be decrypted/,
    /Save the account's key again/,
  ],
  "an account's key that is not at its reference": [
    "accounts",
    async () => {
      await usedFolder();
      await changeAccounts({ key_reference: "file:/nowhere/key" });
      return {};
    },
    "fail",
    /The key of account good can't be read at file:\/nowhere\/key/,
    /STANDPIPE_KEY_FOLDERS/,
  ],
};

/** Changes the stored accounts, as a fault of the store would. */
async function changeAccounts(change: { readonly api_key?: string; readonly key_reference?: string }) {
  const on = await startTestGateway({ folder, env: { STANDPIPE_SECRET_KEY: "k".repeat(40) } });
  await on.gateway.core.store.db.updateTable("accounts").set(change).execute();
  await on.stop();
}
