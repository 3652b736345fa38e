/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { readLog } from "../../../audit/read-log.js";
import type { LogEntry } from "../../../audit/fields.js";
import type { Core } from "../../../core.js";
import { readUsage, type UsageReport } from "../../../usage/read-usage.js";
import type { UsageGroup } from "../../../usage/select-usage.js";
import { counted } from "../../counted.js";
import { Figures } from "../../home/figures.js";
import { rangeUsage, startOf, type RangeName, type RangeUsage } from "../../home/ranges.js";
import { Ranges } from "../../home/range-links.js";
import { IfMay } from "../../if-may.js";
import { LogTable } from "../../log/log-table.js";
import { Time } from "../../parts.js";
import { pathOf, type Place } from "./tabs.js";

interface Overview {
  readonly range: RangeName;
  readonly usage: RangeUsage;
  readonly people: UsageReport["result"];
  readonly tools: UsageReport["result"];
  readonly calls: readonly LogEntry[];
}

const MOST_GROUPS = 8;
const LAST_CALLS = 10;

/** What a server URL did in a time. */
export async function readOverview(core: Core, server_id: string, range: RangeName): Promise<Overview> {
  const since = startOf(range, core.now());
  const by = (group: UsageGroup) => readUsage(core, { by: group, since, server_id, limit: MOST_GROUPS });
  const [usage, people, tools, { result: calls }] = await Promise.all([
    rangeUsage(core, range, server_id),
    by("person"),
    by("tool"),
    readLog(core, { kind: "call", server_id, limit: LAST_CALLS }),
  ]);
  return { range, usage, people: people.result, tools: tools.result, calls };
}

export function OverviewTab({ account, server, range, usage, people, tools, calls }: Place & Overview) {
  return (
    <>
      <div class="split">
        <p class="soft">
          {`${counted(server.tool_count, "tool")}. Expires: `}
          <Time at={server.expires_at} />. Last used: <Time at={server.last_used_at} />. Made by{" "}
          {server.made_by ?? "an unknown person"}.
        </p>
        <Ranges now={range} here={pathOf({ account, server })} />
      </div>
      <Figures {...usage} />
      <div class="columns">
        <Groups title="Who calls" groups={people} words={personWords} />
        <Groups title="Tools called most" groups={tools} words={toolWords} />
      </div>
      {/* Single calls are in the log, and a person without the right to read it sees the numbers alone. */}
      <IfMay
        deed="see activity"
        on={{ account: account.id }}
        otherwise={
          <p class="soft">
            Your role shows numbers. To see single calls, ask an owner for the role “auditor”.
          </p>
        }
      >
        <h2>Last calls</h2>
        <LogTable entries={calls} none="No call yet." />
      </IfMay>
    </>
  );
}

/** The actor of a call, in words. */
function personWords(actor: string): string {
  return actor === "server" ? "With the URL alone" : actor.replace(/^oauth:/, "");
}

/** Calls of names that no tool has are counted together. */
function toolWords(name: string) {
  return name === "unknown_tool" ? "unknown tools" : <span class="mono">{name}</span>;
}

interface GroupsProps {
  readonly title: string;
  readonly groups: UsageReport["result"];
  readonly words: (key: string) => Child;
}

function Groups({ title, groups, words }: GroupsProps) {
  return (
    <section class="card">
      <h2>{title}</h2>
      {groups.length === 0 ? (
        <p class="soft">No call in this time.</p>
      ) : (
        <ul class="list">
          {groups.map(({ key, calls, errors }) => (
            <li>
              <span>{words(key)}</span>
              <span class="small soft">
                {errors > 0 ? `${counted(calls, "call")}, ${errors} failed` : counted(calls, "call")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
