import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discoverNames } from "../../runtime/registry/discover-tools.js";
import { clientKinds, httpClient } from "../fixtures/clients.js";
import { serve, send, jsonHeaders, rpc, call } from "./kit/http-serving.js";

const all = [
  "create_incident",
  "create_page",
  "delete_incident",
  "get_incident",
  "list_incidents",
  "resolve_incident",
];

describe.each(clientKinds)("%s over HTTP", (kind) => {
  let serving: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => void (serving = await serve()));
  afterAll(() => serving.drain(100));

  it("lists, calls, and gets faults as results", async () => {
    const { client, call, close } = await httpClient(kind, serving.url);
    expect(client.getServerVersion()).toMatchObject({ name: "standpipe", title: "FireHydrant" });
    expect(client.getInstructions()).toBe("Incidents, and the people who answer them.");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(all);
    expect(tools[0]!.annotations).toEqual({
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: true,
    });
    expect(await call("get_incident", { incident_id: "7" })).toEqual({
      text: '{"called":"get_incident","args":{"incident_id":"7"}}',
    });
    expect(await call("get_incident", { incident: "7" })).toMatchObject({ isError: true });
    expect(await call("search_tools", { query: "wake people" })).toMatchObject({
      text: expect.stringMatching(/create_page/),
    });
    await close();
  });

  it("gets a protocol error for an unknown tool, with the nearest name", async () => {
    const { call, close } = await httpClient(kind, serving.url);
    await expect(call("get_incidnt")).rejects.toMatchObject({
      code: -32602,
      message: expect.stringMatching(/did you mean get_incident\?/),
    });
    await close();
  });

  it("gets progress if it asks for it", async () => {
    const { call, close } = await httpClient(kind, serving.url);
    const updates: object[] = [];
    await call("create_page", { team: "x", wait_ms: 20 }, (update) => updates.push(update));
    expect(updates).toEqual([{ progress: 1, total: 2, message: "half-way" }]);
    await call("create_page", { team: "x", wait_ms: 2 });
    expect(serving.caller.calls.at(-1)!.context.progress).toBeUndefined();
    await close();
  });

  it("gets prompts", async () => {
    const { client, close } = await httpClient(kind, serving.url);
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["situation_report", "declare"]);
    const text = async (args: Record<string, string>) => {
      const { messages } = await client.getPrompt({ name: "situation_report", arguments: args });
      return (messages[0]!.content as { text: string }).text;
    };
    expect(await text({ team: "Payments" })).toBe("Report on Payments, by list_incidents.");
    expect(await text({ team: "{since}", since: "May" })).toBe(
      "Report on {since} since May, by list_incidents.",
    );
    await expect(text({})).rejects.toThrow(/needs team/);
    await expect(text({ team: "x", until: "y" })).rejects.toThrow(/no argument until/);
    await close();
  });

  it("reads the catalogue and an incident as resources", async () => {
    const { client, close } = await httpClient(kind, serving.url);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(["standpipe://catalog"]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(["firehydrant://incidents/{id}"]);
    const text = async (uri: string) =>
      ((await client.readResource({ uri })).contents[0] as { text: string }).text;
    expect(await text("standpipe://catalog")).toMatch(/## pages\n\n- `create_page` Page someone on call/);
    expect(await text("firehydrant://incidents/a%20b")).toBe(
      '{"called":"get_incident","args":{"incident_id":"a b"}}',
    );
    await expect(text("firehydrant://incidents/a/b")).rejects.toMatchObject({ code: -32602 });
    await close();
  });

  it("stops a call by disconnecting", async () => {
    const { call, close } = await httpClient(kind, serving.url);
    const lasting = call("create_page", { team: "x", wait_ms: 60_000 }).catch(() => "gone");
    await until(() => serving.caller.calls.at(-1)?.args["wait_ms"] === 60_000);
    const { signal } = serving.caller.calls.at(-1)!.context;
    expect(signal.aborted).toBe(false);
    await close();
    await until(() => signal.aborted);
    expect(await lasting).toBe("gone");
  });

  it("stops the call that it cancels, and no other with the same id", async () => {
    const faults: Error[] = [];
    const bodies: Promise<string>[] = [];
    const watched: typeof fetch = async (url, request) => {
      const response = await fetch(url, request);
      if (String(request?.body).includes(`${kind} a`)) bodies.push(response.clone().text());
      return response;
    };
    const calling = async (team: string) => {
      const { client, close } = await httpClient(kind, serving.url, {}, watched);
      client.onerror = (error) => faults.push(error);
      const controller = new AbortController();
      const call = { name: "create_page", arguments: { team, wait_ms: 60_000 } };
      const options = { signal: controller.signal };
      // The two generations of the SDK take the options in different places.
      const answered = client.callTool(
        call,
        ...((kind === "sdk 1.x" ? [undefined, options] : [options]) as [object]),
      );
      const begun = () => serving.caller.calls.find(({ args }) => args["team"] === team);
      await until(() => begun() !== undefined);
      return { controller, answered: answered.catch(() => "ended"), signal: begun()!.context.signal, close };
    };
    const [cancelled, other] = await Promise.all([calling(`${kind} a`), calling(`${kind} b`)]);
    cancelled.controller.abort();
    await until(() => cancelled.signal.aborted);
    expect(await cancelled.answered).toBe("ended");
    // A cancelled call gets no answer. A client would report one, because it no longer knows the id.
    expect(await Promise.all(bodies)).toEqual(bodies.map(() => ""));
    expect(faults).toEqual([]);
    expect(other.signal.aborted).toBe(false);
    await Promise.all([cancelled.close(), other.close()]);
    await until(() => other.signal.aborted);
  });

  it("sends its token if one is required", async () => {
    const { url, drain } = await serve({}, { token: "secret" });
    const { client, close } = await httpClient(kind, url, { authorization: "Bearer secret" });
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...discoverNames]),
    );
    await close();
    await expect(httpClient(kind, url)).rejects.toThrow();
    await drain(100);
  });

  it("sees no hidden tools", async () => {
    const { url, caller, drain } = await serve({ surface: "curated", selection: { tags: ["pages"] } });
    const { client, call, close } = await httpClient(kind, url);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search_tools", "describe_tool", "execute_write"]);
    for (const name of [
      "get_incident",
      "get_a_fire_hydrant_incident",
      "declare_incident",
      "execute_read",
      "execute_delete",
    ]) {
      await expect(call(name, { incident_id: "1" })).rejects.toMatchObject({ code: -32602 });
    }
    expect(
      await call("execute_write", { tool: "resolve_incident", arguments: { incident_id: "1" } }),
    ).toMatchObject({ isError: true });
    expect((await client.listResourceTemplates()).resourceTemplates).toEqual([]);
    await expect(client.readResource({ uri: "firehydrant://incidents/1" })).rejects.toThrow();
    expect(JSON.stringify(await client.readResource({ uri: "standpipe://catalog" }))).not.toMatch(
      /incident`/,
    );
    expect(caller.calls).toEqual([]);
    await close();
    await drain(100);
  });
});

it("answers of two clients with the same ids do not mix", async () => {
  const { url, drain } = await serve();
  const clients = await Promise.all([...clientKinds, ...clientKinds].map((kind) => httpClient(kind, url)));
  const rounds = Array.from({ length: 40 }, (_, round) =>
    clients.map(async ({ call }, who) => {
      const incident_id = `${who}-${round}`;
      const { text } = await call("get_incident", { incident_id });
      expect(JSON.parse(text).args).toEqual({ incident_id });
    }),
  );
  await Promise.all(rounds.flat());
  const raw = Array.from({ length: 40 }, async (_, round) => {
    const reply = await send(
      url,
      jsonHeaders,
      call("create_page", { team: `${round}`, wait_ms: (40 - round) * 2 }, 1),
    );
    expect(JSON.parse(JSON.parse(reply.text).result.content[0].text).args.team).toBe(`${round}`);
  });
  await Promise.all(raw);
  await Promise.all(clients.map(({ close }) => close()));
  await drain(100);
});

describe("shutdown", () => {
  it("lets running calls finish and accepts no more", async () => {
    const { url, caller, drain } = await serve();
    const lasting = send(url, jsonHeaders, call("create_page", { team: "x", wait_ms: 300 }));
    await until(() => caller.calls.length === 1);
    const drained = drain(5_000);
    await expect(send(url, jsonHeaders, rpc("tools/list"))).rejects.toThrow();
    expect(JSON.parse((await lasting).text).result.content[0].text).toMatch(/create_page/);
    await drained;
  });

  it("stops calls that do not finish", async () => {
    const { url, caller, drain } = await serve();
    const lasting = send(url, jsonHeaders, call("create_page", { team: "x", wait_ms: 60_000 })).catch(
      () => "cut",
    );
    await until(() => caller.calls.length === 1);
    await drain(50);
    expect(await lasting).toBe("cut");
    await until(() => caller.calls[0]!.context.signal.aborted);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It didn't happen.");
}
