/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { readLog } from "../../audit/read-log.js";
import type { Core } from "../../core.js";
import { IfMay } from "../if-may.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";
import { serverNames } from "../server-names.js";
import { Allowances, readAllowances } from "./allowance.js";
import { readAttention } from "./attention.js";
import { AttentionLists } from "./attention-lists.js";
import { Feed, type FeedProps } from "./feed.js";
import { Figures } from "./figures.js";
import { Ranges } from "./range-links.js";
import { rangeNamed, rangeUsage } from "./ranges.js";
import { readProgress, Steps } from "./steps.js";

/** The first page: numbers of calls, what needs a person, and what happens now. */
export function mountHome(page: PageApp, parts: PageParts): void {
  const { core, accountStates } = parts;
  const titles = Object.values(core.apis).map(({ title }) => title);
  page.get(
    "/",
    visited(parts, async ({ c, show }) => {
      const range = rangeNamed(c.req.query("range"));
      const [usage, attention, progress, allowances, feed] = await Promise.all([
        rangeUsage(core, range),
        readAttention(core, range),
        readProgress(core),
        readAllowances(core, accountStates()),
        readFeed(core),
      ]);
      return show(
        { title: "Home", room: "home" },
        <>
          <div class="head">
            <div>
              <h1>Home</h1>
              <p>{`Serves ${titles.join(", ")}.`}</p>
            </div>
            <Ranges now={range} here="/" />
          </div>
          <Steps {...progress} />
          <Figures {...usage} />
          <AttentionLists {...attention} />
          <div class="columns">
            <IfMay deed="see activity">
              <section class="card" aria-labelledby="feed-title">
                <div class="split">
                  <h2 id="feed-title">What happens now</h2>
                  <a class="small" href="/audit">
                    All activity
                  </a>
                </div>
                <ul class="list feed" data-live="/feed" tabindex={0} aria-labelledby="feed-title">
                  <Feed feed={feed} />
                </ul>
              </section>
            </IfMay>
            <Allowances allowances={allowances} />
          </div>
        </>,
      );
    }),
  );
  page.get(
    "/feed",
    visited(parts, async ({ showPart }) => showPart(<Feed feed={await readFeed(core)} />)),
  );
}

const FEED_ROWS = 15;

/** Undefined while the log cannot be read: the rest of the page works, and its banner says why. */
async function readFeed(core: Core): Promise<FeedProps["feed"]> {
  try {
    const { result } = await readLog(core, { limit: FEED_ROWS });
    const ids = result.map(({ server_id }) => server_id);
    return { entries: result, names: await serverNames(core, ids) };
  } catch {
    return undefined;
  }
}
