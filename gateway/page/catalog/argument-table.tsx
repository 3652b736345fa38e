/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ListedTool } from "../../../runtime/index.js";
import { propertyOf } from "./try.js";

/** The arguments of a tool: name, type, and words. */
export function ArgumentTable({ tool }: { readonly tool: ListedTool }) {
  const names = Object.keys(tool.inputSchema.properties);
  const required = new Set(tool.inputSchema.required);
  if (names.length === 0) return <p class="soft">It takes no arguments.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Argument</th>
          <th scope="col">Type</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const { type, enum: values, description } = propertyOf(tool, name);
          return (
            <tr>
              <td data-label="Argument" class="mono">
                {name}
              </td>
              <td data-label="Type" class="small">
                {values ? values.map(String).join(", ") : (type ?? "any")}
                {required.has(name) ? ", required" : ""}
              </td>
              <td data-label="What it is" class="free">
                {description}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
