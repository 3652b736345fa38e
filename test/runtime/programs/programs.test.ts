import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { uuid } from "../kit/fire-stub.js";
import { programBench } from "./kit.js";
import { bench, value } from "./bench.js";

describe("a program", () => {
  it("returns and prints within one result", async () => {
    expect(await value("print('a', 1, { b: [2] }); print('c'); return { d: 3 }")).toEqual({
      result: { d: 3 },
      printed: 'a 1 {"b":[2]}\nc\n',
    });
  });

  it("may be TypeScript, whose lines stay", async () => {
    const typed =
      "interface Row { n: number }\nconst rows: Row[] = [{ n: 1 }];\nreturn (rows as Row[])[0]!.n";
    expect(await value(typed)).toEqual({ result: 1 });
    const { error } = await bench.run("const a: number = 1;\n\nthrow new Error('here ' + a)");
    expect(error?.message).toBe("Line 3: Error: here 1");
  });

  it("gets answers whole, with nulls and every field, and without a cut", async () => {
    const { text } = await bench.run(`
      const { items } = await api.list_incidents({ limit: 45 });
      return [items.length, items[0].last_note, items[0].services[0].labels.tier, items[0].description.length];
    `);
    expect(JSON.parse(text)).toEqual({ result: [45, null, "1", 2_000] });
  });

  it("reads all pages of a list by api.all, each as a call of its own", async () => {
    const before = bench.arrived.length;
    const counted = `const all = await api.all("list_incidents", {});
      return all.filter(({ severity }) => severity === "SEV1").length`;
    expect(await value(counted, "run_read")).toEqual({ result: 15 });
    expect(bench.arrived.length - before).toBe(3);
  });

  it("learns from api.all that a record is not a list", async () => {
    const { error } = await bench.run(`return await api.all("get_incident", { incident_id: "${uuid(3)}" })`);
    expect(error?.message).toContain("get_incident answers one record, not a list.");
  });

  it("throws at a field that the answer's type does not have, and names the fields", async () => {
    const { error } = await bench.run("return (await api.list_incidents({})).items.map((i) => i.commander)");
    expect(error?.kind).toBe("program_failed");
    expect(error?.message).toMatch(
      /^Line 1: TypeError: There is no field commander here\. The fields are: .*severity/,
    );
  });

  it("may read a declared field that this answer lacks", async () => {
    expect(await value("return (await api.list_incidents({})).items[0].closed_at ?? 'open'")).toMatchObject({
      error: { message: expect.stringContaining("There is no field closed_at") as string },
    });
    expect(await value("return (await api.list_incidents({})).items[0].summary ?? 'none'")).toEqual({
      result: "none",
    });
  });

  it("catches the error of a call with kind, status and next step", async () => {
    const caught = await value(`
      try { await api.get_incident({ incident_id: "${uuid(4)}" }) }
      catch (error) { return [error.name, error.kind, error.status, typeof error.next] }`);
    expect(caught).toEqual({ result: ["ToolError", "not_found", 404, "string"] });
  });

  it("that does not catch it ends with the same kind and status", async () => {
    const { error } = await bench.run(`return await api.get_incident({ incident_id: "${uuid(4)}" })`);
    expect(error).toMatchObject({ kind: "not_found", status: 404 });
    expect(error?.message).toMatch(/^Line 1: /);
  });

  it("checks arguments as any call does", async () => {
    const sent = bench.arrived.length;
    const { error } = await bench.run(`return await api.create_incident({ nam: "x" })`);
    expect(error?.kind).toBe("invalid_arguments");
    expect(error?.message).toContain("nam");
    expect(bench.arrived.length).toBe(sent);
  });

  it("that ends early lists the writes that it made, and the ones that may have happened", async () => {
    const { error } = await bench.run(`
      await api.create_incident({ name: "first" });
      print("made one");
      await api.create_team({ name: "second" });`);
    expect(error).toMatchObject({
      kind: "upstream_error",
      printed: "made one\n",
      writes_made: [
        { call: 1, tool: "create_incident", arguments: { name: "first" }, id: uuid(7), outcome: "done" },
        { call: 2, tool: "create_team", outcome: "unknown" },
      ],
    });
  });

  it("only costs tokens for what it shows, and a result over the budget says what it cut", async () => {
    const { value: cut } = await bench.run("return (await api.all('list_incidents', {}))");
    expect(cut).toHaveProperty("cut");
    expect(countTokens(JSON.stringify(cut))).toBeLessThanOrEqual(20_000);
  });

  it("waits for calls that it did not await", async () => {
    const before = bench.writes().length;
    expect(await value(`api.create_incident({ name: "loose" }); return 1`)).toEqual({ result: 1 });
    expect(bench.writes().length).toBe(before + 1);
  });
});

describe("api", () => {
  it("has the client's tools under all their names", async () => {
    const names = ["list_incidents", "list_all_fire_hydrant_incidents"];
    for (const name of names)
      expect(await value(`return (await api.${name}({ limit: 2 })).items.length`)).toEqual({ result: 2 });
  });

  it.each([
    [
      "unknown",
      "api.list_incidentz({})",
      "There is no tool api.list_incidentz; did you mean list_incidents?",
    ],
    ["one of JavaScript's own", "api.constructor({})", "There is no tool api.constructor"],
    ["Standpipe's own", "api.run_write({ program: '' })", "There is no tool api.run_write"],
  ])("has no tool that is %s", async (_, call, says) => {
    const { error } = await bench.run(`return await ${call}`);
    expect(error).toMatchObject({ kind: "unknown_tool" });
    expect(error?.message).toContain(says);
  });

  it("of run_read has no tool that writes, however it is named", async () => {
    const before = bench.writes().length;
    for (const name of ["create_incident", "create_a_fire_hydrant_incident"]) {
      const { error } = await bench.run(`return await api["${name}"]({ name: "x" })`, "run_read");
      expect(error).toMatchObject({ kind: "unknown_tool", next: "Use run_write." });
    }
    expect(bench.writes().length).toBe(before);
  });

  it("has no hidden tool, which is answered like one that does not exist", async () => {
    const narrow = await programBench({}, { selection: { allow: ["list_incidents", "create_team"] } });
    for (const name of ["get_incident", "no_such_tool"]) {
      const { error } = await narrow.run(`return await api.${name}({ incident_id: "1" })`);
      expect(error).toMatchObject({ kind: "unknown_tool" });
      expect(error?.message).toContain(`There is no tool api.${name}`);
    }
    expect(narrow.arrived).toEqual([]);
    await narrow.close();
  });
});
