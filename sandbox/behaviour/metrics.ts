import { notFound } from "../api-error.js";
import { listOf, oneOf, type Call, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { impacted } from "./impacts.js";
import { isMeasured, measuredIncidents } from "./incident-search.js";
import { bucketsBetween, inSpan, spanOf, type Span } from "./spans.js";
import { groupOf, summarise, type Group, type Summary } from "./mean-times.js";

export const metricHandlers: Handlers = {
  "GET /v1/metrics/mttx": (call, world) => mttx(call, world),
  "GET /v1/metrics/incidents": (call, world) => incidentMetrics(call, world),
  "GET /v1/metrics/user_involvements": (call, world) => involvement(call, world),
  "GET /v1/metrics/{infra_type}": (call, world) => ({
    data: world.store.all(String(call.params.infra_type)).map((item) => infrastructure(item, call, world)),
  }),
  "GET /v1/metrics/{infra_type}/{infra_id}": (call, world) => {
    const item = world.store.find(String(call.params.infra_type), String(call.params.infra_id));
    if (!item) throw notFound(String(call.params.infra_type), String(call.params.infra_id));
    return infrastructure(item, call, world);
  },
  "GET /v1/reports/mean_time": (call, world) => {
    const span = spanOf(call, world);
    const incidents = measuredIncidents(call, world).filter((incident) => inSpan(incident, span));
    const data = bucketsBetween(span, "month").map((bucket) => {
      const all = summarise(
        incidents.filter((incident) => inSpan(incident, bucket)),
        bucket,
      );
      const points = ["mttd", "mtta", "mttm", "mttr"].map((key) => ({ key, value: all[key as "mttd"] ?? 0 }));
      return { bucket: world.stamp(bucket.from), points: [{ key: "count", value: all.count }, ...points] };
    });
    return {
      bucket_period: "month",
      start_date: world.stamp(span.from),
      end_date: world.stamp(span.to),
      data,
    };
  },
};

function mttx(call: Call, world: World): Fields {
  const span = spanOf(call, world);
  const before: Span = { from: span.from - (span.to - span.from), to: span.from - 1 };
  const all = measuredIncidents({ ...call, query: { ...call.query, start_date: "", end_date: "" } }, world);
  const by = listOf(call, "group_by")[0] ?? "services";
  const now = groupOf(
    all.filter((incident) => inSpan(incident, span)),
    by,
    world,
  );
  const then = groupOf(
    all.filter((incident) => inSpan(incident, before)),
    by,
    world,
  );
  const data = [...now].map(([name, { id, incidents }]) => {
    const current = summarise(incidents, span);
    const previous = summarise(then.get(name)?.incidents ?? [], before);
    return {
      ...current,
      ...differences(current, previous),
      filter_params: { [by]: id },
      group_attributes: JSON.stringify({ id, name }),
    };
  });
  const [field = "count", direction = "desc"] = (oneOf(call, "sort_by") ?? "count_desc").split(
    /_(?=asc|desc)/,
  );
  const value = (group: Fields): number => Number(group[field] ?? 0);
  data.sort((a, b) => (direction === "asc" ? value(a) - value(b) : value(b) - value(a)));
  return {
    data: paginate(call, data).data,
    groupings: [{ type: by, id_attribute: "id", name_attribute: "name" }],
  };
}

function differences(current: Summary, previous: Summary): Fields {
  const fields: Fields = {};
  for (const name of ["count", "mttd", "mtta", "mttm", "mttr"] as const) {
    const [now, then] = [current[name], previous[name]];
    fields[`${name}_diff`] = now === null || then === null ? null : now - then;
    fields[`${name}_percent_diff`] =
      now === null || !then ? null : Math.round(((now - then) / then) * 1000) / 10;
  }
  return fields;
}

function incidentMetrics(call: Call, world: World): Fields {
  const by = oneOf(call, "by") ?? "total";
  const size = oneOf(call, "bucket_size") ?? "month";
  const span = spanOf(call, world);
  const incidents = measuredIncidents(call, world).filter((incident) => inSpan(incident, span));
  const sort = {
    field: oneOf(call, "sort_field") ?? "count",
    direction: oneOf(call, "sort_direction") ?? "desc",
    limit: Number(oneOf(call, "sort_limit") ?? 10),
  };
  const rank = (group: Group): number =>
    Number(summarise(group.incidents, span)[sort.field as keyof Summary] ?? 0);
  const sign = sort.direction === "asc" ? 1 : -1;
  const groups = [...groupOf(incidents, by, world)]
    .sort(([, a], [, b]) => sign * (rank(a) - rank(b)))
    .slice(0, Math.max(0, sort.limit));
  const buckets = bucketsBetween(span, size).map((bucket) => {
    const within = (group: Group) => group.incidents.filter((incident) => inSpan(incident, bucket));
    const values = groups.map(([name, group]) => [name, summarise(within(group), bucket)] as const);
    return { bucket: world.stamp(bucket.from), ...Object.fromEntries(values) };
  });
  return {
    type: "incidents",
    bucket_size: buckets.length,
    by,
    buckets,
    keys: groups.map(([name]) => name),
    sort,
    display_information: { bucket_size: size },
  };
}

function involvement(call: Call, world: World): Fields {
  const span = spanOf(call, world);
  const people = groupOf(
    measuredIncidents(call, world).filter((incident) => inSpan(incident, span)),
    "users",
    world,
  );
  const buckets = [...people].map(([name, { incidents }]) => ({
    user: name,
    incident_count: incidents.length,
    time_spent: summarise(incidents, span).total_time,
  }));
  return {
    type: "user_involvements",
    bucket_size: buckets.length,
    by: "user",
    buckets,
    keys: [...people.keys()],
    sort: { field: "incident_count", direction: "desc", limit: 10 },
    display_information: {},
  };
}

function infrastructure(item: Item, call: Call, world: World): Fields {
  const span = spanOf(call, world);
  const hit = world.store
    .all("incidents")
    .filter(
      (incident) =>
        isMeasured(incident) &&
        inSpan(incident, span) &&
        impacted(incident, item.collection).some(({ id }) => id === item.id),
    );
  return { id: item.id, name: item.data.name, ...summarise(hit, span) };
}
