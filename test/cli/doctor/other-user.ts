import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { promisify } from "node:util";
import { checks, type CheckName } from "../../../cli/doctor/checks.js";
import type { Examined, Finding } from "../../../cli/doctor/finding.js";

const NOBODY = 65_534;
const module = pathToFileURL(join(import.meta.dirname, "../../../cli/doctor/checks.ts")).href;

/** What a check finds for a user without root's rights: root may write and listen everywhere. */
export async function foundByOther(check: CheckName, examined: Examined): Promise<Finding> {
  if (process.getuid?.() !== 0) return (await checks[check](examined)) as Finding;
  // The catalogues of the APIs do not fit into an argument, and these checks do not need them.
  const { host, port, folder } = examined;
  const given = { host, port, folder, settings: {} };
  const script = `import { checks } from ${JSON.stringify(module)};
    console.log(JSON.stringify(await checks[${JSON.stringify(check)}](${JSON.stringify(given)})));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", script],
    { uid: NOBODY, gid: NOBODY },
  );
  return JSON.parse(stdout) as Finding;
}
