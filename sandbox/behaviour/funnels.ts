import { listOf, type Call, type Handlers } from "../store/call.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { measuredIncidents } from "./incident-search.js";
import { lifecycle, reached, reachedAt } from "./milestones.js";
import { bucketsBetween, inSpan, spanOf, type Bucket } from "./spans.js";

/** How far incidents, tickets and retrospectives got, grouped by the incidents' start. */
export const funnelHandlers: Handlers = {
  "GET /v1/metrics/milestone_funnel": (call, world) => {
    const slugs = lifecycle(world);
    return {
      columns: slugs.map(({ id, data }) => ({
        id,
        label: data.name,
        name: data.slug,
        tooltip: data.description,
      })),
      data: funnelBuckets(call, world).map(({ bucket, incidents }) => ({
        time_bucket: bucket.from,
        filter_params: filterParams(bucket),
        milestone_counts: slugs.map(({ id, data }) => ({
          milestone_id: id,
          count: incidents.filter((incident) => has(incident, String(data.slug))).length,
        })),
      })),
      groupings: { bucket_size: grouping(call) },
      meta: { added_milestones: [], deleted_milestones: [] },
    };
  },
  "GET /v1/metrics/ticket_funnel": (call, world) => ({
    data: funnelBuckets(call, world).map(({ bucket, incidents }) => ({
      time_bucket: bucket.from,
      filter_params: filterParams(bucket),
      ...ticketCounts(incidents, world),
    })),
    groupings: { bucket_size: grouping(call) },
  }),
  "GET /v1/metrics/retrospectives": (call, world) => retrospectives(call, world),
};

interface FunnelBucket {
  readonly bucket: Bucket;
  readonly incidents: Item[];
}

function funnelBuckets(call: Call, world: World): FunnelBucket[] {
  const span = spanOf(call, world);
  const incidents = measuredIncidents(call, world).filter((incident) => inSpan(incident, span));
  return bucketsBetween(span, grouping(call)).map((bucket) => ({
    bucket,
    incidents: incidents.filter((incident) => inSpan(incident, bucket)),
  }));
}

function grouping(call: Call): string {
  return (listOf(call, "group_by")[0] ?? "started_month").replace("started_", "");
}

function filterParams({ from, to }: Bucket): Fields {
  return { start_date: new Date(from), end_date: new Date(to).toISOString() };
}

function has(incident: Item, slug: string): boolean {
  return reached(incident).some(({ type }) => type === slug);
}

function ticketCounts(incidents: readonly Item[], world: World): Fields {
  const ids = new Set(incidents.map(({ id }) => id));
  const tasks = incidents.flatMap(({ id }) => world.store.children("incidents/tasks", id));
  const followUps = world.store
    .all("ticketing/tickets")
    .filter(({ data }) => ids.has(String(data.incident_id)));
  const done = (items: readonly Item[]): number => items.filter(({ data }) => data.state === "done").length;
  return {
    tasks_created: tasks.length,
    tasks_done: done(tasks),
    follow_ups_created: followUps.length,
    follow_ups_done: done(followUps),
  };
}

function retrospectives(call: Call, world: World): Fields {
  const span = spanOf(call, world);
  const over = world.store
    .all("incidents")
    .filter((incident) => inSpan(incident, span) && has(incident, "resolved"));
  const days = over.flatMap((incident) => {
    const [from, to] = [reachedAt(incident, "resolved"), reachedAt(incident, "retrospective_completed")];
    return from !== undefined && to !== undefined ? [(to - from) / 86_400_000] : [];
  });
  const mean = days.length ? days.reduce((sum, day) => sum + day, 0) / days.length : 0;
  const summary = {
    total: over.length,
    completed: days.length,
    incomplete: over.length - days.length,
    completion_percentage: over.length ? Math.round((days.length / over.length) * 1000) / 10 : 0,
    longest: Math.max(0, ...days),
    shortest: days.length ? Math.min(...days) : 0,
    mean,
  };
  const data = bucketsBetween(span, "month").map((bucket) => ({
    x: world.stamp(bucket.from),
    y: over.filter((incident) => inSpan(incident, bucket) && has(incident, "retrospective_completed")).length,
  }));
  return { data, summary };
}
