/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { listedOf, toolGroups, type ToolGroup } from "../../../tool-groups.js";
import type { Server } from "../../../servers/server.js";
import { State } from "../../parts.js";
import { Marks } from "../../marks.js";

/** What the server URL may do: its tools by group. */
export function PermissionsTab({ server, catalogue }: { readonly server: Server; readonly catalogue: Catalogue }) {
  const groups = toolGroups(catalogue, server.config);
  const { count, tokens } = listedOf(catalogue, server.config);
  const number = (value: number) => value.toLocaleString("en");
  return (
    <>
      <p class="soft">
        {`It holds ${number(server.tool_count)} tools and lists ${number(count)}, which costs a client ${number(tokens)} tokens.`}
      </p>
      <div class="card tablecard">
        <table>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">May</th>
              <th scope="col">Tools</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Group {...group} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const levelWords = {
  none: "nothing",
  read: "read",
  write: "read and write",
  all: "read, write and delete",
  some: "some of it",
} as const;

function Group({ name, level, held, all }: ToolGroup) {
  return (
    <tr>
      <td data-label="Group">{name}</td>
      <td data-label="May">
        <State name={levelWords[level]} tone={level === "none" ? undefined : level === "read" ? "good" : "warn"} />
      </td>
      <td data-label="Tools" class="free">
        {held.length === 0 ? (
          <span class="soft">{`none of ${all}`}</span>
        ) : (
          <details class="inline">
            <summary>{`${held.length} of ${all}`}</summary>
            <ul class="list">
              {held.map(({ tool, marks }) => (
                <li>
                  <span>
                    <a class="mono" href={`/tools/${tool.name}`}>
                      {tool.name}
                    </a>{" "}
                    <span class="soft">{tool.title}</span>
                  </span>
                  <Marks marks={marks} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}
