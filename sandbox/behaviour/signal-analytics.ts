import { oneOf, type Call, type Handlers } from "../store/call.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import type { World } from "../world.js";
import { incidentsOf, searchAlerts } from "./alerts.js";
import { bucketsBetween, inSpan, spanOf } from "./spans.js";

const root = "GET /v1/signals/analytics";

/** Statistics of the sandbox's alerts: counts, noise and mean times in seconds. */
export const analyticsHandlers: Handlers = {
  [`${root}/grouped_metrics`]: (call, world) => {
    const groups = new Map<string, Item[]>();
    for (const alert of alertsIn(call, world)) {
      for (const name of groupNames(alert, oneOf(call, "group_by") ?? "teams", world)) {
        groups.set(name, [...(groups.get(name) ?? []), alert]);
      }
    }
    const data: Fields[] = [...groups].map(([name, alerts], index) => ({
      grouped_id: index + 1,
      grouped_name: name,
      ...counts(alerts, world),
    }));
    return { data: data.sort((a, b) => Number(b.total_opened_alerts) - Number(a.total_opened_alerts)) };
  },
  [`${root}/mttx`]: (call, world) => {
    const alerts = alertsIn(call, world);
    return { data: [{ mtta: meanTo(alerts, "acknowledged"), mttr: meanTo(alerts, "resolved") }] };
  },
  [`${root}/noise/metrics`]: (call, world) => ({
    data: bucketed(call, world, (alerts) => {
      const noisy = alerts.filter(({ data }) => data.is_noise === true).length;
      return { total_alerts: alerts.length, noisy_alerts: noisy, percentage: percent(noisy, alerts.length) };
    }),
  }),
  [`${root}/timeseries`]: (call, world) => ({
    data: bucketed(call, world, (alerts) => counts(alerts, world)),
  }),
  [`${root}/shifts/export`]: (_call, world) => {
    const shifts = world.store.all("teams/on_call_schedules/shifts");
    const lines = shifts.map(({ data }) =>
      [userName(data.user, world), data.start_time, data.end_time].join(","),
    );
    return new Response(["user,start_time,end_time", ...lines].join("\n"), {
      headers: { "content-type": "text/csv" },
    });
  },
};

function alertsIn(call: Call, world: World): Item[] {
  const span = spanOf(call, world);
  return searchAlerts({ ...call, query: { ...call.query, start_date: "", end_date: "" } }, world).filter(
    (alert) => inSpan(alert, span),
  );
}

// The contract declares one point. The latest non-empty bucket is the most useful, so it comes first.
function bucketed(call: Call, world: World, count: (alerts: Item[]) => Fields): Fields[] {
  const alerts = alertsIn(call, world);
  const buckets = bucketsBetween(spanOf(call, world), oneOf(call, "bucket") ?? "week");
  const points = buckets.map((bucket) => ({
    bucket: world.stamp(bucket.from),
    alerts: alerts.filter((alert) => inSpan(alert, bucket)),
  }));
  const filled = points.filter((point) => point.alerts.length > 0);
  return (filled.length > 0 ? filled : points)
    .reverse()
    .map(({ bucket, alerts: own }) => ({ bucket, ...count(own) }));
}

function counts(alerts: readonly Item[], world: World): Fields {
  const acked = alerts.filter((alert) => eventAt(alert, "acknowledged") !== undefined).length;
  const incidents = alerts.filter((alert) => incidentsOf(alert, world).length > 0).length;
  return {
    total_opened_alerts: alerts.length,
    total_acked_alerts: acked,
    total_incidents: incidents,
    acked_percentage: percent(acked, alerts.length),
    incidents_percentage: percent(incidents, alerts.length),
  };
}

function meanTo(alerts: readonly Item[], type: string): number | null {
  const times = alerts.flatMap((alert) => {
    const at = eventAt(alert, type);
    return at === undefined ? [] : [(at - Date.parse(String(alert.data.starts_at))) / 1000];
  });
  return times.length ? times.reduce((sum, time) => sum + time, 0) / times.length : null;
}

function eventAt({ data }: Item, type: string): number | undefined {
  const event = ((data.events ?? []) as Fields[]).find((entry) => entry.type === type);
  return event && Date.parse(String(event.created_at));
}

function groupNames({ data }: Item, by: string, world: World): string[] {
  if (by === "teams") return [String(data.team_name ?? "none")];
  if (by === "tags") return (data.tags ?? []) as string[];
  const refs = by === "signal_rules" ? [data.signal_rule] : ((data[by] ?? []) as unknown[]);
  return refs.flatMap((ref) => (ref instanceof Ref ? [String(world.resolve(ref)?.data.name)] : []));
}

function userName(user: unknown, world: World): unknown {
  return user instanceof Ref ? world.resolve(user)?.data.name : "";
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
