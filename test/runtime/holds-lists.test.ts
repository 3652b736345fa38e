import { describe, expect, it } from "vitest";
import { page, uuid, type Arrived, type Reply } from "./kit/fire-stub.js";
import { transports, serve, call, thousand } from "./kit/holds.js";

const sized = ({ query }: Arrived, name: string) => Math.min(Number(query.get(name) ?? 20), 100);

/** The API's own lists, one for each paging style. */
const lists: Record<string, { args: object; route: string; reply: Reply }> = {
  list_incidents: {
    args: { query: "x" },
    route: "GET /v1/incidents",
    reply: (request) => page(thousand, request),
  },
  list_audit_events: {
    args: { filter: "x" },
    route: "GET /v1/audit_events",
    reply: (request) => {
      const from = Number(request.query.get("cursor") ?? 0);
      const end = from + sized(request, "limit");
      return { data: thousand.slice(from, end), next_cursor: end < thousand.length ? String(end) : null };
    },
  },
  list_transcript_entries: {
    args: { incident_id: uuid(1) },
    route: `GET /v1/incidents/${uuid(1)}/transcript`,
    reply: ({ query }) => thousand.filter(({ id }) => id > (query.get("after") ?? "")).slice(0, 70),
  },
  list_scim_users: {
    args: { filter: "x" },
    route: "GET /v1/scim/v2/Users",
    reply: (request) => {
      const startIndex = Number(request.query.get("startIndex") ?? 1);
      const Resources = thousand.slice(startIndex - 1, startIndex - 1 + sized(request, "count"));
      return { totalResults: thousand.length, startIndex, itemsPerPage: Resources.length, Resources };
    },
  },
};

describe.each(Object.entries(lists))("%s", (tool, { args, route, reply }) => {
  it("returns each of 1,000 items once, and any limit exactly, over both transports", async () => {
    await serve({ [route]: reply });
    for (const transport of transports) {
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let round = 0; round === 0 || cursor !== undefined; round += 1) {
        const { value } = await call(transport, tool, { ...args, limit: 230, view: "full", cursor });
        cursor = value.next_cursor;
        expect(value.items).toHaveLength(cursor === undefined ? 1_000 % 230 : 230);
        seen.push(...value.items.map(({ id }: { id: string }) => id));
      }
      expect(seen).toEqual(thousand.map(({ id }) => id));
    }
  });
});
