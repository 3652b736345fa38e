/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Session } from "../sessions.js";
import { Csrf } from "./parts.js";

interface RowTableProps<Row> {
  readonly session: Session;
  readonly rows: readonly Row[];
  /** The cells of a row, by heading. */
  readonly columns: Readonly<Record<string, (row: Row) => Child>>;
  /** What a click on the last cell does to a row. */
  readonly act: {
    readonly verb: string;
    /** What the verb is about, for readers of the button alone. */
    about(row: Row): string;
    path(row: Row): string;
    /** Absent if every row has the button. */
    may?(row: Row): boolean;
  };
}

/** A table of records, each with a button that removes it. */
export function RowTable<Row>({ session, rows, columns, act }: RowTableProps<Row>) {
  const { verb, about, path, may = () => true } = act;
  return (
    <div class="card tablecard">
      <table>
        <thead>
          <tr>
            {Object.keys(columns).map((heading) => (
              <th scope="col">{heading}</th>
            ))}
            <th scope="col">
              <span class="aside">{verb}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {Object.entries(columns).map(([heading, cell]) => (
                <td data-label={heading} class="free">
                  {cell(row)}
                </td>
              ))}
              <td>
                {may(row) && (
                  <form method="post" action={path(row)}>
                    <Csrf session={session} />
                    <button class="danger quiet">
                      {verb}
                      <span class="aside">{` ${about(row)}`}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
