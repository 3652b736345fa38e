import type { ServedApi } from "../apis.js";
import type { Core } from "../core.js";
import type { ListQuery } from "../sorted-list.js";
import type { Compared, CompareApi, Comparison } from "./comparison.js";
import { readServerEffects, type ServerEffects } from "./server-effects.js";

/** A review of what this process serves of an API, and of the server URLs that a restart would change. */
export interface Review extends Comparison {
  readonly api: string;
  readonly servers: ServerEffects;
}

/** @param compare absent if the gateway was started without one */
export async function readReview(
  core: Core,
  { api, compare = notCompared }: { readonly api: ServedApi; readonly compare?: CompareApi },
  query: ListQuery,
): Promise<Review> {
  const { comparison, committed = api.catalogue } = await compare(api);
  const servers = await readServerEffects(core, { served: api.catalogue, committed }, query);
  return { api: api.name, ...comparison, servers };
}

const notCompared = async (): Promise<Compared> => ({
  comparison: unknown("This gateway knows no files on disk."),
});

/** Nothing could be compared. */
export function unknown(reason: string): Comparison {
  return { state: "unknown", file: null, written_at: null, reason, diff: null, lock: null };
}
