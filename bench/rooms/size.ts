import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { listedIncidents } from "../../test/fixtures/listed-incidents.js";
import { row } from "../kit/table.js";

const ITEMS = 100;

/** The cost of a list in o200k tokens, shortened and raw; then the cost of the listed tools. */
export async function benchSize(): Promise<void> {
  const { raw, given } = await listedIncidents(ITEMS);
  const { items } = JSON.parse(given) as { items: unknown[] };
  const [before, after] = [encode(raw).length, encode(given).length];
  row(`tokens of ${items.length} incidents of ${(raw.length / ITEMS / 1000).toFixed(1)} kB`, String(after), {
    against: `${((100 * after) / before).toFixed(1)} % of ${before} raw`,
    aim: "10 %, 20000",
  });
  const stats = await promisify(execFile)(process.execPath, ["--import", "tsx", "cli/main.ts", "stats"]);
  for (const line of stats.stdout.split("\n\n")[0]!.split("\n").slice(1)) {
    const [surface, tools, tokens] = line.split(/\s+/) as [string, string, string];
    row(`tokens of the surface ${surface}`, tokens, { against: `${tools} tools` });
  }
}
