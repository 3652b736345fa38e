/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ReviewedChange, ReviewedTool, ReviewedWords } from "../../review/comparison.js";

/** One tool, closed, with its changes inside. */
export function ChangedTool({
  tool: { tool, operation, says, tokens, changes },
}: {
  readonly tool: ReviewedTool;
}) {
  const by = tokens.after - tokens.before;
  return (
    <details>
      <summary>
        <span class="mono">{tool}</span> <span class="soft small">{says}</span>
      </summary>
      <div>
        <p class="soft small free">
          <span class="mono">{operation}</span>
          {by !== 0 && ` · ${by > 0 ? "+" : "−"}${Math.abs(by)} tokens`}
        </p>
        {changes.length > 0 && (
          <ul class="changes">
            {changes.map((change) => (
              <ChangeLine change={change} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

/** One change: where, what, and its words. */
export function ChangeLine({
  change: { at, says, verdict, words, warnings = [] },
}: {
  readonly change: ReviewedChange;
}) {
  return (
    <li>
      {at !== undefined && <span class="mono">{at}</span>} {says}
      {verdict === "breaking" && <span class="state bad">breaking</span>}
      {words && <Words words={words} />}
      {warnings.map((warning) => (
        <p class="note bad small">{`Look twice: ${warning}.`}</p>
      ))}
    </li>
  );
}

/** A text with its removed and added words. Long parts that stayed are cut. */
function Words({ words }: { readonly words: readonly ReviewedWords[] }) {
  return (
    <p class="words">
      {words.map(({ change, text }, at) => {
        if (change === "added") return <ins>{text}</ins>;
        if (change === "removed") return <del>{text}</del>;
        return shortened(text, { isFirst: at === 0, isLast: at === words.length - 1 });
      })}
    </p>
  );
}

const MOST_SAME = 160;

function shortened(
  text: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  if (text.length <= MOST_SAME) return text;
  const half = MOST_SAME / 2;
  return `${isFirst ? "" : text.slice(0, half)} … ${isLast ? "" : text.slice(-half)}`;
}
