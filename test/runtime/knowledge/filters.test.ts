import { describe, expect, it } from "vitest";
import { injectedText } from "../../../sandbox/manners/chaos.js";
import { call, rpc } from "../../gateway/kit/gateway.js";
import { sandbox, hostile, serverAt, search, fetchOne, first } from "./kit.js";

describe("filters", () => {
  it("remove a kind if its list or its record tool is hidden", async () => {
    const { id } = await first("Database failover");
    const without = await serverAt(sandbox, { tools: { deny: ["list_runbooks", "get_team"] } });
    const titles = [
      ...(await search("Database failover", without)),
      ...(await search("Payments team", without)),
    ].map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => /^(Runbook|Team)/.test(title))).toEqual([]);
    const [hidden, strange] = await Promise.all([
      call(without, "fetch", { id }),
      call(without, "fetch", { id: id.replace("runbook", "invoice") }),
    ]);
    expect(hidden.value).toEqual(strange.value);
  });

  it("remove hidden parts of a text", async () => {
    const { id } = await first("#303");
    const without = await serverAt(sandbox, { tools: { deny: ["list_incident_events"] } });
    const { text } = await fetchOne(id, without);
    expect(text).toContain("number: 303");
    expect(text).not.toContain("timeline");
  });

  it("remove both tools if no kind is left: they are not listed, and behave like unknown tools", async () => {
    const none = await serverAt(sandbox, { tags: ["users"] });
    const { result } = await rpc(none, "tools/list");
    expect(result!.tools!.map(({ name }) => name).filter((name) => /^(search|fetch)$/.test(name))).toEqual(
      [],
    );
    for (const name of ["search", "fetch"]) {
      const { error } = await rpc(none, "tools/call", { name, arguments: {} });
      const unknown = await rpc(none, "tools/call", { name: `${name}0`, arguments: {} });
      expect(error!.code).toBe(-32602);
      expect(error!.message.replace(name, "")).toBe(unknown.error!.message.replace(`${name}0`, ""));
    }
  });

  it("allow both on a read-only server", async () => {
    const reading = await serverAt(sandbox, { methods: ["read"] });
    const { result } = await rpc(reading, "tools/list");
    const tools = result!.tools as unknown as { name: string; annotations: { readOnlyHint: boolean } }[];
    expect(tools.slice(0, 2).map(({ name }) => name)).toEqual(["search", "fetch"]);
    expect(tools.filter(({ annotations }) => !annotations.readOnlyHint)).toEqual([]);
    expect((await first("#303", reading)).title).toMatch(/^#303/);
  });
});

describe("text with instructions", () => {
  it("stays a value inside the JSON, and starts no line of the text", async () => {
    const at = await serverAt(hostile);
    const { id } = await first("#303", at);
    const document = await fetchOne(id, at);
    expect(document.text).toContain(injectedText);
    for (const line of document.text.split("\n")) expect(line.trimStart()).not.toMatch(/^IMPORTANT/);
    expect(document.title).not.toContain("IMPORTANT");
  });
});
