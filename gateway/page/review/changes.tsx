/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ReviewSection, SharedChange, SurfaceDiff, Verdict } from "../../review/comparison.js";
import { counted } from "../counted.js";
import { addressOf, type Sorting } from "../sorting.js";
import { ChangeLine, ChangedTool } from "./changed-tool.js";

interface ChangesProps {
  readonly diff: SurfaceDiff;
  readonly here: Sorting;
  readonly page: number;
}

/** All sections, each with its first tools, or one section in pages. */
export function Changes({ diff, here, page }: ChangesProps) {
  const { sections } = diff;
  if (sections.length === 0) return null;
  const chosen = sections.find(({ name }) => name === here.query["section"]);
  return (
    <>
      {chosen ? (
        <p>
          <a href={addressOf(here, { section: "" })}>All changes</a>
        </p>
      ) : (
        <Summary diff={diff} />
      )}
      {chosen ? (
        <Section section={chosen} here={here} page={page} />
      ) : (
        sections.map((section) => <Section section={section} here={here} />)
      )}
    </>
  );
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  breaking: "Breaking",
  widening: "Newly permitted",
  harmless: "Harmless",
};

/** Numbers, and what an agent can newly do. */
function Summary({ diff: { verdicts, tools, tokens, abilities } }: { readonly diff: SurfaceDiff }) {
  return (
    <>
      <div class="figures">
        {(Object.keys(verdictWords) as Verdict[]).map((verdict) => (
          <Figure title={verdictWords[verdict]} big={verdicts[verdict]} note="changed tools" />
        ))}
        <Figure title="Tools" big={tools.after} note={moved(tools)} />
        <Figure title="Tokens" big={tokens.after} note={moved(tokens)} />
      </div>
      {abilities.length > 0 && (
        <section class="card">
          <h2>What changes for agents</h2>
          <ul>
            {abilities.map((sentence) => (
              <li class="free">{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function moved({ before, after }: SurfaceDiff["tools"]): string {
  const by = after - before;
  return by === 0 ? "as before" : `${by > 0 ? "+" : "−"}${Math.abs(by).toLocaleString("en")}`;
}

function Figure({
  title,
  big,
  note,
}: {
  readonly title: string;
  readonly big: number;
  readonly note: string;
}) {
  return (
    <section class="card figure">
      <h2>{title}</h2>
      <p class="big">{big.toLocaleString("en")}</p>
      <p class="soft">{note}</p>
    </section>
  );
}

interface SectionProps {
  readonly section: ReviewSection;
  readonly here: Sorting;
  /** Absent where only the first tools are shown. */
  readonly page?: number;
}

const FIRST_TOOLS = 12;
const TOOLS_PER_PAGE = 40;

function Section({ section: { name, title, beside, shared, tools }, here, page }: SectionProps) {
  const size = page === undefined ? FIRST_TOOLS : TOOLS_PER_PAGE;
  const pages = Math.max(1, Math.ceil(tools.length / size));
  const now = Math.min(page ?? 1, pages);
  const shown = tools.slice((now - 1) * size, now * size);
  return (
    <section class="card" aria-labelledby={`changes-${name}`}>
      <h2 id={`changes-${name}`}>
        {title} <small class="soft">{beside.length + shared.length + tools.length}</small>
      </h2>
      {now === 1 && beside.length > 0 && (
        <ul class="changes">
          {beside.map((change) => (
            <ChangeLine change={change} />
          ))}
        </ul>
      )}
      {shown.map((tool) => (
        <ChangedTool tool={tool} />
      ))}
      {page === undefined && tools.length > size && (
        <p>
          <a href={addressOf(here, { section: name })}>{`All ${counted(tools.length, "tool")}`}</a>
        </p>
      )}
      {now === 1 && shared.map((change) => <Shared change={change} />)}
      {page !== undefined && pages > 1 && <Pages {...{ here, now, pages }} />}
    </section>
  );
}

function Pages({
  here,
  now,
  pages,
}: {
  readonly here: Sorting;
  readonly now: number;
  readonly pages: number;
}) {
  return (
    <div class="row">
      {now > 1 && (
        <a class="button" href={addressOf(here, { page: String(now - 1) })}>
          Previous
        </a>
      )}
      {now < pages && (
        <a class="button" href={addressOf(here, { page: String(now + 1) })}>
          Next
        </a>
      )}
      <span class="soft small">{`Page ${now} of ${pages}`}</span>
    </div>
  );
}

const MOST_NAMED = 30;

function Shared({ change: { at, says, tools } }: { readonly change: SharedChange }) {
  const more = tools.length - MOST_NAMED;
  return (
    <details>
      <summary>
        <span class="mono">{at}</span> {says}{" "}
        <span class="soft small">{`in ${counted(tools.length, "tool")}`}</span>
      </summary>
      <div>
        <p class="mono small free">
          {tools.slice(0, MOST_NAMED).join(", ")}
          {more > 0 && ` and ${more} more`}
        </p>
      </div>
    </details>
  );
}
