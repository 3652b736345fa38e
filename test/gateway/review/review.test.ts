import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Review } from "../../../gateway/review/review.js";
import { makeServer, startTestGateway, isBuilt, type TestGateway } from "../kit/gateway.js";
import { catalogueOnDisk, reviewedChanges, type OnDisk } from "./kit.js";

// A bundle in a process of its own compares with its own files.
describe.skipIf(isBuilt)("GET /surface-review", () => {
  let on: TestGateway;
  let disk: OnDisk;

  beforeAll(async () => {
    disk = await catalogueOnDisk();
    on = await startTestGateway({ compare: disk.compare });
  });
  afterAll(async () => {
    await on?.stop();
    await disk?.remove();
  });
  beforeEach(() => disk.write(() => {}));

  const review = async (query = "") => (await on.ask<Review>("GET", `/surface-review${query}`)).body;

  it("says that nothing changed", async () => {
    const { state, diff, file, reason, servers } = await review();
    expect({ state, sections: diff!.sections, reason }).toEqual({
      state: "same",
      sections: [],
      reason: null,
    });
    expect(file).toBe(disk.file);
    expect(diff!.tools.before).toBe(diff!.tools.after);
    expect(servers).toMatchObject({ result: [], next_cursor: null });
  });

  it("lists what a restart changes, the breaking changes before the harmless ones", async () => {
    await disk.write(reviewedChanges);
    const { state, diff } = await review();
    expect(state).toBe("changed");
    const names = diff!.sections.map(({ name }) => name);
    expect(names.indexOf("breaking")).toBeLessThan(names.indexOf("widening"));
    expect(names.indexOf("widening")).toBeLessThan(names.indexOf("words"));
    const toolsIn = (section: string) =>
      diff!.sections.find(({ name }) => name === section)!.tools.map(({ tool, says }) => `${tool} ${says}`);
    expect(toolsIn("breaking")).toContain("list_teams is gone");
    expect(toolsIn("widening")).toContain("list_moons is new (list)");
    expect(toolsIn("words")).toContain("list_incidents changed");
    expect(diff!.sections.flatMap(({ tools }) => tools)).toContainEqual(
      expect.objectContaining({ tool: "read_team", says: "was get_team" }),
    );
    expect(diff!.abilities.join(" ")).toContain("list_moons");
  });

  it("lists the server URLs whose lists change, and what each gains, loses and calls otherwise", async () => {
    const input = { name: "Acme", api_key: "fhb-acme", region: "us", verify: false };
    const account = (await on.ask<{ id: string }>("POST", "/integrated-account", input)).body.id;
    const config = { permissions: { teams: "read" }, tools: { deny: ["get_team", "list_teams"] } };
    const { id: narrow } = await makeServer(on, account, config, { name: "Narrow" });
    const { id: whole } = await makeServer(on, account, { methods: ["read"] }, { name: "Whole" });
    await makeServer(on, account, { tags: ["runbooks"], methods: ["write"] }, { name: "Untouched" });
    await disk.write(reviewedChanges);
    const { servers } = await review("?sort=name");
    expect(servers.checked).toBe(3);
    const of = (server: string) => servers.result.find(({ id }) => id === server)!;
    expect(of(whole)).toMatchObject({
      gained: ["list_moons"],
      lost: ["list_teams"],
      renamed: [{ from: "get_team", to: "read_team" }],
      faults: [],
      new_groups: [],
    });
    expect(of(whole).tools.after).toBe(of(whole).tools.before);
    expect(of(narrow).faults.join()).toContain('No tool matches "list_teams"');
    expect(of(narrow).former_names).toEqual([{ from: "get_team", to: "read_team" }]);
    expect(of(narrow).new_groups).toEqual(["moons"]);
    const first = await review("?limit=1&sort=name");
    expect(first.servers.checked).toBe(1);
    expect(first.servers.next_cursor).not.toBeNull();
    const found = await review("?q=Narrow");
    expect(found.servers.result.map(({ name }) => name)).toEqual(["Narrow"]);
  });

  it("says why nothing can be compared, and compares again once the file is whole", async () => {
    await disk.writeText('{"tools": [');
    const { state, reason, diff } = await review();
    expect({ state, diff }).toEqual({ state: "unknown", diff: null });
    expect(reason).toContain("catalog.json can't be read");
    await disk.write(() => {});
    expect((await review()).state).toBe("same");
  });

  it("refuses an unknown API with the served ones", async () => {
    const { status, body } = await on.ask<{ message: string }>("GET", "/surface-review?api=nope");
    expect(status).toBe(400);
    expect(body.message).toContain("must be one of firehydrant");
  });
});
