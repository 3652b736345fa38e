import { defineAction } from "../admin/action.js";
import { ApiRefusal } from "../admin/client.js";
import { CommandError } from "../command/errors.js";
import { text, toggle } from "../command/flags.js";
import { readDeclaration } from "./files.js";
import { findKeys } from "./keys.js";
import { planText, type ShownPlan } from "./print-plan.js";
import { openUrlsFile } from "./urls-file.js";

interface Applied {
  readonly plan: ShownPlan;
  readonly made: readonly { readonly name: string; readonly account: string; readonly url: string }[];
}

export const command = defineAction({
  name: "standpipe apply",
  argument: "<file>",
  about:
    "Make a gateway's accounts, server URLs and roles as a YAML file declares them, all of it or nothing.\n" +
    "<file> can be a folder of such files. With --plan the exit code is 0 for no change, 2 for changes, and 3 for " +
    "changes that permit more than before.",
  flags: {
    plan: toggle("Show the changes, and make none", { default: false }),
    prune: toggle("Remove what the file declared once and does not declare any more", { default: false }),
    "urls-to": text("File for new server URLs, which are shown only once. URLs that it has stay in it"),
    verify: toggle("Check new keys at their APIs; --no-verify stores them without a check", {
      default: true,
    }),
  },
  async run(client, { plan: isPlan, prune, urlsTo, verify }, path) {
    const { source, declaration, paths } = await readDeclaration(path);
    const input = { source, declaration, prune, keys: findKeys({ declaration, paths }, process.env) };
    const plan = await client.ask<ShownPlan>("POST", "/declaration/plan", input).catch(listed);
    if (isPlan) return { json: plan, text: shown(plan), code: codeOf(plan) };
    if (plan.steps.every(({ action }) => action === "leave"))
      return { json: { plan, made: [] }, text: shown(plan) };
    const keep = await keeperFor(plan, urlsTo);
    const body = { ...input, verify, base: plan.base };
    const applied = await client.ask<Applied>("POST", "/declaration/apply", body).catch(listed);
    await keep(Object.fromEntries(applied.made.map((one) => [`${one.account} / ${one.name}`, one.url])));
    const made = applied.made.map(({ account, name }) => ({ account, name }));
    const where = made.length > 0 ? ` New server URLs are in ${urlsTo}.` : "";
    return { json: { plan: applied.plan, made }, text: `${shown(applied.plan)}\n\nApplied.${where}` };
  },
});

function shown(plan: ShownPlan): string {
  return planText(plan, process.stdout.isTTY && !process.env["NO_COLOR"]);
}

/** The exit codes of --plan, for CI. A fault has 1. */
function codeOf({ steps }: ShownPlan): number {
  if (steps.some(({ widens }) => widens.length > 0)) return 3;
  return steps.some(({ action }) => action !== "leave") ? 2 : 0;
}

/** @throws CommandError if there are new server URLs, and no file for them */
async function keeperFor({ steps }: ShownPlan, urlsTo: string | undefined) {
  const added = steps.filter(({ kind, action }) => kind === "server" && action === "add").length;
  if (added === 0) return async () => {};
  if (urlsTo !== undefined) return openUrlsFile(urlsTo);
  throw new CommandError(
    `${added} new server URLs would be made, and each is shown only once. Pass --urls-to with a file for them. Nothing was changed.`,
  );
}

/** Each fault on its own line. The API says how its clients save a key without a check, and the command line has a flag. */
function listed(error: unknown): never {
  if (!(error instanceof ApiRefusal)) throw error;
  const hint = error.status === 502 ? "\nPass --no-verify to store keys without a check." : "";
  throw new ApiRefusal(error.status, `${error.message.split("; ").join("\n")}${hint}`);
}
