import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installedBridge } from "../../gateway/clients/assistants.js";
import { clients } from "../../gateway/clients/clients.js";
import { agents } from "./agents.js";
import { programs } from "./programs.js";
import { startServed, type Served } from "./served.js";
import { openScratch } from "./scratch.js";

/** Clients of npm, with the settings that the page and `standpipe client-config` print. */
describe("a client from npm, with the printed settings", () => {
  let served: Served;
  beforeAll(async () => {
    served = await startServed();
  });
  afterAll(() => served?.close());

  const printed = (id: string): string[] => {
    const target = {
      url: served.url,
      credential: "none",
      name: "standpipe",
      bridge: installedBridge,
    } as const;
    const client = clients.find((one) => one.id === id)!;
    return client.settings(target).ways.map(({ text }) => text);
  };

  it.each(agents)("$id reads them, and connects if it can without a model", async (agent) => {
    const scratch = await openScratch(agent.id, agent.packages);
    const before = served.messages();
    await agent.setUp(scratch, printed(agent.id));
    let output = "";
    for (const command of agent.shows) output += await scratch.run(command);
    await scratch.close();
    expect(output).toMatch(agent.says);
    expect(served.messages() > before).toBe(agent.connects);
  });

  it.each(programs)("$id lists the tools and calls one", async ({ id, packages, printed: from, module }) => {
    const scratch = await openScratch(id.toLowerCase().replace(" ", "-"), packages);
    const code = from === undefined ? "" : printed(from)[0]!;
    const { tools, answer } = await scratch.runModule(module({ code, url: served.url }));
    await scratch.close();
    expect(tools).toBe(served.toolCount);
    expect(JSON.stringify(answer)).toContain(served.teamId);
  });
});
