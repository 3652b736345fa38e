import { afterAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../../sandbox/start.js";
import { practice } from "../kit/client.js";
import { loadContract } from "../kit/contract.js";
import type { Loose } from "../kit/loose.js";

describe("a saved state", () => {
  it("can be restored any number of times, with the ids and the faults that would have followed", async () => {
    const { sandbox, call } = practice({ seed: "empty" });
    const restore = sandbox.save();
    const before = JSON.stringify(sandbox.world.store.dump());
    const made = await call("POST", "/v1/incidents", { name: "Gone again", tag_list: ["a"] });
    await call("POST", "/__control/chaos", { errors: 1 });
    const failed = await call("GET", "/v1/incidents");
    for (let round = 0; round < 2; round += 1) {
      restore();
      expect(JSON.stringify(sandbox.world.store.dump())).toBe(before);
      const again = await call("POST", "/v1/incidents", { name: "Gone again", tag_list: ["a"] });
      expect([again.status, again.body.id, again.body.number]).toEqual([201, made.body.id, 1]);
      await call("POST", "/__control/chaos", { errors: 1 });
      expect((await call("GET", "/v1/incidents")).status).toBe(failed.status);
    }
  });

  it("cannot be saved while an event is scheduled", async () => {
    const { sandbox } = practice({ seed: "empty" });
    sandbox.world.later(5, () => {});
    expect(() => sandbox.save()).toThrow("cannot be saved while an event is scheduled");
  });
});

describe("the control endpoint", () => {
  it("shows the state and the calls, and resets both", async () => {
    const { call } = practice();
    const before = (await call("GET", "/__control/state")).body;
    await call("POST", "/v1/incidents", { name: "Seen by the checker" });
    const calls = (await call("GET", "/__control/calls")).body;
    expect(calls.at(-1)).toMatchObject({
      operation: "POST /v1/incidents",
      status: 201,
      body: { name: "Seen by the checker" },
    });
    expect((await call("GET", "/__control/state?collection=incidents")).body.at(-1).name).toBe(
      "Seen by the checker",
    );
    await call("POST", "/__control/reset");
    expect((await call("GET", "/__control/state")).body).toEqual(before);
  });

  it("answers this machine alone", async () => {
    const { sandbox } = practice({ seed: "empty" });
    expect((await sandbox.fetch(new Request("http://192.0.2.1/__control/state"))).status).toBe(403);
  });
});

describe.each(["/", "/feed", "/v1/incidents", "/__control/state"])(
  "%s refuses web pages elsewhere",
  (path) => {
    const { sandbox, call } = practice({ seed: "empty" });

    it.each(["https://evil.example", "http://localhost:3000", "null", "nonsense"])(
      "with Origin %s",
      async (origin) => {
        expect((await call("GET", path, undefined, { origin })).status).toBe(403);
      },
    );

    it.each(["evil.example", "localhost.evil.example"])("that rebind %s", async (host) => {
      const { status } = await sandbox.fetch(new Request(`http://${host}${path}`));
      expect(status).toBe(403);
    });

    it("and takes its own page, this machine and names of containers", async () => {
      expect((await call("GET", path, undefined, { origin: "http://sandbox" })).status).toBe(200);
      for (const host of ["localhost:8809", "127.0.0.1:8809", "[::1]:8809", "sandbox:8809"]) {
        const headers = { authorization: "Bearer fhb-practice" };
        const { status } = await sandbox.fetch(new Request(`http://${host}${path}`, { headers }));
        expect(status, host).toBe(200);
      }
    });
  },
);

describe("the seed", () => {
  const now = () => new Date("2026-05-01T12:00:00Z");
  const dump = (seed: string, at = now) => practice({ seed, now: at }).sandbox.world.store.dump();

  it("gives the same data for the same name, and other data for another name", () => {
    expect(JSON.stringify(dump("default"))).toBe(JSON.stringify(dump("default")));
    expect(JSON.stringify(dump("other"))).not.toBe(JSON.stringify(dump("default")));
  });

  it("keeps its ids when time passes, and has no times in the future", () => {
    const later = dump("default", () => new Date("2027-02-03T04:05:06Z"));
    const ids = (state: ReturnType<typeof dump>) =>
      Object.fromEntries(
        ["incidents", "services", "alerts", "users"].map((name) => [name, state[name]!.map(({ id }) => id)]),
      );
    expect(ids(later)).toEqual(ids(dump("default")));
    const future = dump("default")["incidents/events"]!.filter(
      ({ occurred_at }) => String(occurred_at) > now().toISOString(),
    );
    expect(future).toEqual([]);
  });

  it("has a whole organisation", async () => {
    const state = dump("default");
    expect(state.incidents).toHaveLength(303);
    expect(state.services!.length).toBeGreaterThanOrEqual(40);
    expect(state.services!.map(({ name }) => name)).toContain("Production-DB");
    expect(state.teams!.map(({ name }) => name)).toContain("Payments");
    expect(state.teams).toHaveLength(8);
    const { call } = practice();
    expect((await call("GET", "/v1/incidents?status=active")).body.pagination.count).toBe(3);
  });

  it("`empty` has settings and no data of an organisation", () => {
    const state = dump("empty");
    expect([state.incidents, state.services, state.teams, state.runbooks]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(state.severities!.map(({ slug }) => slug)).toContain("SEV1");
  });
});

describe("a listening sandbox", async () => {
  const running = await startSandbox({ contract: loadContract() });
  afterAll(() => running.close());

  it("answers the API and shows a page that loads nothing from other hosts", async () => {
    const ping = await fetch(`${running.url}/v1/ping`, { headers: { authorization: "Bearer fhb-practice" } });
    expect(ping.headers.get("ratelimit-limit")).toBe("50");
    const page = await fetch(running.url);
    expect(page.headers.get("content-security-policy")).toBe("default-src 'self'");
    expect(await page.text()).not.toMatch(/https?:\/\//);
    for (const path of ["/view.js", "/view.css"]) expect((await fetch(running.url + path)).status).toBe(200);
  });

  it("sends events to the page", async () => {
    const team = running.sandbox.world.store.all("teams")[0]!;
    const headers = { authorization: "Bearer fhb-practice", "content-type": "application/json" };
    const post = (path: string, body: unknown) =>
      fetch(running.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    await post("/v1/incidents", { name: "Seen on the page" });
    await post("/v1/page/signals", { summary: "Look at the page", target_type: "Team", target_id: team.id });
    const feed = (await (await fetch(`${running.url}/feed`)).json()) as Loose;
    expect(feed.incidents[0].name).toBe("Seen on the page");
    expect(feed.chosen.events.at(-1)).toMatchObject({ kind: "Opened", text: "Seen on the page" });
    expect(feed.pages[0].summary).toBe("Look at the page");
    expect(feed.calls[0].operation).toBe("POST /v1/page/signals");
  });
});
