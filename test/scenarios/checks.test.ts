import { describe, expect, it } from "vitest";
import { answerIn, faultOfAnswer, type ExpectedAnswer } from "../../scenarios/check/answer.js";
import { matches, type Wanted } from "../../scenarios/check/matches.js";
import { Result } from "../../scenarios/check/result.js";
import { practice } from "../sandbox/kit/client.js";

describe("an answer", () => {
  const rows: Record<string, { said: string; right: ReturnType<ExpectedAnswer["right"]>; is: boolean }> = {
    "a name": { said: "ANSWER: Priya Raman", right: "Priya Raman", is: true },
    "another name": { said: "ANSWER: Priya Raman and others", right: "Priya Raman", is: false },
    "with emphasis, other case and a full stop": {
      said: "**Answer: priya  raman.**",
      right: "Priya Raman",
      is: true,
    },
    "the last of several": { said: "ANSWER: no\nI looked again.\nANSWER: yes", right: "yes", is: true },
    "several in another order": {
      said: "ANSWER: #303, #301 and #302",
      right: ["301", "302", "303"],
      is: true,
    },
    "one too few": { said: "ANSWER: 301, 302", right: ["301", "302", "303"], is: false },
    "one too many": { said: "ANSWER: 301, 302, 303", right: ["301", "302"], is: false },
    "a number in words": { said: "ANSWER: 1,204 minutes", right: { number: 1204, give: 0 }, is: true },
    "a number that is near enough": { said: "ANSWER: 9.7", right: { number: 9.75, give: 0.2 }, is: true },
    "a number that is not": { said: "ANSWER: 9", right: { number: 9.75, give: 0.2 }, is: false },
    "no number at all": { said: "ANSWER: few", right: { number: 0, give: 0 }, is: false },
    "without the word": { said: "Priya Raman", right: "Priya Raman", is: false },
  };
  const { world } = practice({ seed: "empty" }).sandbox;

  it.each(Object.entries(rows))("%s", (_, { said, right, is }) => {
    expect(faultOfAnswer({ form: "", right: () => right }, answerIn(said), world) === undefined).toBe(is);
  });
});

describe("an expected value", () => {
  const { world } = practice({ seed: "empty" }).sandbox;
  const rows: Record<string, { value: unknown; wanted: Wanted; is: boolean }> = {
    "a text": { value: "SEV2", wanted: "SEV2", is: true },
    "nothing, and there is nothing": { value: undefined, wanted: null, is: true },
    "a record by its name": { value: { id: "1", name: "Payments" }, wanted: "Payments", is: true },
    "a record by another name": { value: { id: "1", name: "Payments" }, wanted: "Checkout", is: false },
    "some of a record's fields": { value: { a: 1, b: 2 }, wanted: { a: 1 }, is: true },
    "a list in any order": { value: [1, 2], wanted: [2, 1], is: true },
    "a list with something else in it": { value: [1, 2, 3], wanted: [2, 1], is: false },
    "a list that has one twice in place of another": { value: [1, 1], wanted: [1, 2], is: false },
  };

  it.each(Object.entries(rows))("%s", (_, { value, wanted, is }) => {
    expect(matches(value, wanted, world)).toBe(is);
  });
});

describe("the report of an agent's changes", () => {
  const { call, sandbox } = practice();
  const { world } = sandbox;
  const restore = sandbox.save();
  const begin = () => ({ at: world.now(), store: restore() });
  const idOf = (number: number) =>
    world.store.all("incidents").find(({ data }) => data.number === number)!.id;

  it("describes changes that the scenario did not ask for", async () => {
    const before = begin();
    const [incident, other] = [idOf(303), idOf(302)];
    const team = world.store.all("teams")[0]!.id;
    await call("PATCH", `/v1/incidents/${incident}`, { severity: "SEV2" });
    await call("POST", `/v1/incidents/${incident}/notes`, { body: "x", visibility: "open_to_public" });
    await call("DELETE", `/v1/incidents/${other}`);
    await call("DELETE", `/v1/webhooks/${world.store.all("webhooks")[0]!.id}`);
    await call("POST", "/v1/page/signals", { summary: "x", target_type: "Team", target_id: team });
    expect(new Result(before, world).sideEffects.sort()).toEqual([
      "archived incident #302",
      "changed incident #303: severity",
      expect.stringMatching(/^paged Payments$/),
      expect.stringMatching(/^removed webhook/),
      "told the public with a note on #303",
      expect.stringMatching(/^woke /),
    ]);
  });

  it("is empty if the agent only read", async () => {
    const before = begin();
    for (const path of ["/v1/incidents", "/v1/services", `/v1/incidents/${idOf(303)}/events`])
      await call("GET", path);
    expect(new Result(before, world).sideEffects).toEqual([]);
  });

  it("claims single fields: other changes of the same record stay side effects", async () => {
    const before = begin();
    await call("PATCH", `/v1/incidents/${idOf(303)}`, { severity: "SEV2", priority: "P3" });
    const result = new Result(before, world);
    result.changed(result.find("incidents", 303), { severity: "SEV2" });
    expect([result.missing, result.sideEffects]).toEqual([[], ["changed incident #303: priority"]]);
  });

  it("counts a new record once: a second one is a side effect", async () => {
    const before = begin();
    for (const name of ["First", "Second"]) await call("POST", "/v1/incidents", { name, severity: "SEV2" });
    const result = new Result(before, world);
    result.within(result.added("incidents", { severity: "SEV2" }));
    expect(result.sideEffects).toEqual(["added incident #305"]);
  });

  it("lists missing changes", () => {
    const result = new Result(begin(), world);
    result.added("incidents", { severity: "SEV2" });
    result.paged({ name: "Payments" });
    result.removed(result.find("webhooks", "https://hooks.lighthouse-goods.example/incidents"));
    expect(result.missing).toEqual([
      "no new incident",
      "nobody was paged",
      expect.stringMatching(/is still there$/),
    ]);
  });
});
