/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { listedOf, toolGroups, type ToolGroup } from "../../../tool-groups.js";
import type { Server } from "../../../servers/server.js";
import { State } from "../../parts.js";
import { Marks } from "../../marks.js";

interface PermissionsTabProps {
  readonly server: Server;
  readonly catalogue: Catalogue;
  /** The group whose tools are shown. */
  readonly open: string | undefined;
  /** The path of the tab. */
  readonly here: string;
}

/** What the server URL may do: its tools by group. */
export function PermissionsTab({ server, catalogue, open, here }: PermissionsTabProps) {
  const groups = toolGroups(catalogue, server.config);
  const { count, tokens } = listedOf(catalogue, server.config);
  const number = (value: number) => value.toLocaleString("en");
  return (
    <>
      <p class="soft">
        {`It holds ${number(server.tool_count)} tools of the API. A client lists ${number(count)}, workflows and search tools included, which costs ${number(tokens)} tokens.`}
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
              <Group {...group} isOpen={group.name === open} here={here} />
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

type GroupProps = ToolGroup & Pick<PermissionsTabProps, "here"> & { readonly isOpen: boolean };

/** Only one group shows its tools, because all of them would be a long page. */
function Group({ name, level, held, all, isOpen, here }: GroupProps) {
  return (
    <tr id={`group-${name}`}>
      <td data-label="Group">{name}</td>
      <td data-label="May">
        <State
          name={levelWords[level]}
          tone={level === "none" ? undefined : level === "read" ? "good" : "warn"}
        />
      </td>
      <td data-label="Tools" class="free">
        {held.length === 0 ? (
          <span class="soft">{`none of ${all}`}</span>
        ) : (
          <a href={isOpen ? here : `${here}?group=${name}#group-${name}`}>
            {`${held.length} of ${all}`}
            <span class="aside">
              {isOpen ? `: hide the tools of ${name}` : `: show the tools of ${name}`}
            </span>
          </a>
        )}
        {isOpen && (
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
        )}
      </td>
    </tr>
  );
}
