import { describe, expect, it } from "vitest";
import type { Loose } from "../kit/loose.js";
import { sandbox, call, pass, store, row, team, declare } from "./kit.js";

describe("on call", () => {
  it("an override replaces the shifts that it covers", async () => {
    const rotation = store.children("teams/on_call_schedules/rotations", team.id)[0]!;
    const path = `/v1/teams/${team.id}/on_call_schedules/${rotation.parents.schedule_id}/rotations/${rotation.id}`;
    const user = store.all("users")[20]!;
    const now = sandbox.world.now().getTime();
    const body = {
      start_time: new Date(now - 60_000).toISOString(),
      end_time: new Date(now + 3_600_000).toISOString(),
      user_id: user.id,
    };
    expect((await call("POST", `${path}/overrides`, body)).status).toBe(201);
    expect(
      (await call("GET", `/v1/signals_on_call?team_id=${team.id}`)).body.data[0].current_shift.user.id,
    ).toBe(user.id);
    const { shifts } = (await call("GET", path)).body;
    for (let index = 1; index < shifts.length; index += 1)
      expect(shifts[index].start_time).toBe(shifts[index - 1].end_time);
    pass(3700);
    expect(
      (await call("GET", `/v1/signals_on_call?team_id=${team.id}`)).body.data[0].current_shift.user.id,
    ).not.toBe(user.id);
  });
});

describe("retrospectives", () => {
  it("open with the fields of their template, which can be filled in", async () => {
    const { id } = await declare();
    const template = row("retrospective_templates", "Full retrospective");
    const path = `/v1/incidents/${id}/retrospectives`;
    const made = (await call("POST", path, { retrospective_template_id: template.id })).body;
    expect(made.fields.map(({ label }: Loose) => label)).toEqual(
      (template.data.fields as Loose[]).map(({ label }) => label),
    );
    const [what, , how, , group] = made.fields;
    const field = (key: Loose) => `${path}/${made.id}/fields/${key.id}`;
    expect((await call("PATCH", field(what), { value: "The pool ran dry." })).body.value).toBe(
      "The pool ran dry.",
    );
    expect((await call("PATCH", field(how), { value: "by magic" })).status).toBe(422);
    const inputs = (await call("POST", `${field(group)}/inputs`)).body.value;
    const filled = await call("PATCH", field(group), {
      value: "Alert on the pool",
      dynamic_input_field_id: inputs[0].id,
    });
    expect(filled.body.value).toEqual([{ id: inputs[0].id, value: "Alert on the pool" }]);
    expect((await call("POST", `${path}/export_markdown`)).body.markdown).toContain("The pool ran dry.");
  });

  it("of the older kind are one report per incident, with the organisation's questions", async () => {
    const { id } = await declare();
    const made = await call("POST", "/v1/post_mortems/reports", { incident_id: id });
    expect(made.status).toBe(201);
    expect((await call("POST", "/v1/post_mortems/reports", { incident_id: id })).status).toBe(422);
    expect((await call("GET", `/v1/incidents/${id}`)).body.report_id).toBe(made.body.id);
    expect((await call("POST", "/v1/post_mortems/reports", { incident_id: "no such" })).status).toBe(404);
  });
});

describe("slow work", () => {
  it("an audience summary: 202, and a newer one some seconds later", async () => {
    const { id } = await declare();
    const path = `/v1/audiences/${row("audiences", "Executives").id}/summaries/${id}`;
    expect((await call("GET", path)).status).toBe(404);
    expect((await call("POST", path, {})).status).toBe(202);
    expect((await call("GET", path)).status).toBe(404);
    pass(5);
    const first = (await call("GET", path)).body;
    expect(first.content).toContain("Test incident");
    await call("POST", path, {});
    pass(5);
    const second = (await call("GET", path)).body;
    expect(second.id).not.toBe(first.id);
  });

  it("a catalogue: preprocessing, importing, then its services exist; unreadable data fails", async () => {
    const path = `/v1/catalogs/${row("catalogs", "Service catalogue").id}/ingest`;
    const body = {
      encoding: "text/yaml",
      data: "services:\n  - name: loyalty-points\n    description: Counts points.",
    };
    expect((await call("POST", path, body)).body.state).toBe("preprocessing");
    pass(2);
    await call("GET", "/v1/ping");
    expect(row("catalogs", "Service catalogue").data.state).toBe("ready_for_import");
    pass(5);
    const [service] = (await call("GET", "/v1/services?query=loyalty")).body.data;
    expect(service).toMatchObject({ name: "loyalty-points", last_import: { state: "imported" } });
    await call("POST", path, { encoding: "application/json", data: "{" });
    pass(10);
    await call("GET", "/v1/ping");
    expect(row("catalogs", "Service catalogue").data.state).toBe("failed");
  });

  it("a stuck catalogue stays in its state", async () => {
    await call("GET", `/v1/catalogs/${row("catalogs", "Legacy catalogue").id}/refresh`);
    pass(600);
    await call("GET", "/v1/ping");
    expect(row("catalogs", "Legacy catalogue").data.state).toBe("preprocessing");
  });

  it("a runbook: automatic steps run by themselves, a step for a person waits", async () => {
    const { id } = await declare();
    const body = { execute_for: `incident/${id}`, runbook_id: row("runbooks", "Payment failures").id };
    const run = (await call("POST", "/v1/runbooks/executions", body)).body;
    const states = () =>
      (store.find("runbooks/executions", run.id)!.data.steps as Loose[]).map(
        ({ execution }) => execution.state,
      );
    expect(states()).toEqual(["started", "pending", "pending"]);
    pass(10);
    const waiting = (await call("GET", `/v1/runbooks/executions/${run.id}`)).body;
    expect(states()).toEqual(["completed", "completed", "pending"]);
    expect(waiting.status).toBe("running");
    const step = [waiting.steps].flat()[0];
    expect(step.execution.state).toBe("pending");
    const done = await call("PUT", `/v1/runbooks/executions/${run.id}/steps/${step.id}`, {
      state: "completed",
    });
    expect(done.body.status).toBe("completed");
    expect(
      (await call("PUT", `/v1/runbooks/executions/${run.id}/steps/${step.id}`, { state: "finished" })).status,
    ).toBe(422);
  });
});
