/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Catalogue, isInLevel, type Level, levels } from "../../../../runtime/index.js";
import { marksOf, type Mark } from "../../../tool-groups.js";
import { Marks } from "../../marks.js";
import type { ServerForm } from "./input.js";

interface PermissionsProps {
  readonly form: ServerForm;
  readonly catalogue: Catalogue;
}

/** How much of each group of tools, in rows. */
export function Permissions({ form, catalogue }: PermissionsProps) {
  return (
    <fieldset>
      <legend id="permissions-title">Permissions</legend>
      <p class="soft small">“Write” is everything except deletes.</p>
      <div class="levels">
        {Object.entries(form.levels).map(([group, level]) => (
          <Row name={`level.${group}`} title={group} now={level} facts={factsOf(catalogue, group)} />
        ))}
        <Row name="level" title="Groups of later releases" now={form.laterLevel} />
      </div>
    </fieldset>
  );
}

interface GroupFacts {
  readonly counts: Readonly<Record<Level, number>>;
  readonly marks: readonly Mark[];
}

/** How many tools each level has, and what tools of the group do besides reading and writing. */
function factsOf(catalogue: Catalogue, group: string): GroupFacts {
  const tools = catalogue.tools.filter(({ name }) => catalogue.index[name]!.group === group);
  const count = (level: Level) =>
    tools.filter(({ name }) => isInLevel(level, catalogue.index[name]!.access)).length;
  const marks = new Set(tools.flatMap((tool) => marksOf(catalogue, tool)));
  return {
    counts: Object.fromEntries(levels.map((level) => [level, count(level)])) as Record<Level, number>,
    marks: [...marks].filter((mark) => mark === "pages_people" || mark === "customer_facing"),
  };
}

const levelTitles: Readonly<Record<Level, string>> = {
  none: "None",
  read: "Read",
  write: "Write",
  all: "All",
};

interface RowProps {
  readonly name: string;
  readonly title: string;
  readonly now: Level;
  readonly facts?: GroupFacts;
}

function Row({ name, title, now, facts }: RowProps) {
  return (
    <div class="levelrow" role="radiogroup" aria-label={title}>
      <span class="row">
        {title}
        {facts && <Marks marks={facts.marks} />}
      </span>
      <span class="segments">
        {levels.map((level) => (
          <label>
            <input type="radio" name={name} value={level} checked={level === now} />
            <span>
              {levelTitles[level]}
              {facts && level !== "none" && <small>{` ${facts.counts[level]}`}</small>}
            </span>
          </label>
        ))}
      </span>
    </div>
  );
}
