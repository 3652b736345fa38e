import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpClient } from "../../fixtures/clients.js";
import { chromiumPath } from "./browser.js";
import { gateway, page, useSignedIn, visitor } from "./signed-in.js";

describe.skipIf(chromiumPath === undefined)("a waiting call on the page", () => {
  useSignedIn();
  let client: Awaited<ReturnType<typeof httpClient>>;
  let team: string;

  beforeAll(async () => {
    const { url } = await gateway.serverUrl({ confirm: "write" }, "Asking");
    client = await httpClient("client 2.x", url);
    const { text } = await client.call("list_teams", { limit: 1 });
    team = (JSON.parse(text) as { items: { id: string }[] }).items[0]!.id;
  });
  afterAll(() => client?.close());

  /** Calls a tool that waits for approval, and opens the page where a person decides. */
  async function openCall(tool: string, args: object): Promise<void> {
    const { text } = await client.call(tool, args);
    await page.goto(`${gateway.url}/approvals/${/approvals\/(apr_\w+)/.exec(text)![1]!}`);
  }

  const compare = () => page.getByRole("button", { name: "Compare with the record now" }).click();
  const cells = () => page.locator("section[aria-labelledby=what-changes] tbody tr").allInnerTexts();

  it("shows what it changes: each field now, and after the call", async () => {
    await openCall("update_team", { team_id: team, name: "Renamed" });
    await compare();
    await expect.poll(cells).toEqual([expect.stringMatching(/^name\s+Payments\s+Renamed$/)]);
    expect(await visitor.faults("what-changes")).toEqual([]);
    await page.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("Refused. The call was not sent.").waitFor();
  });

  it("shows the record that it deletes", async () => {
    await openCall("delete_team", { team_id: team });
    await compare();
    await page.getByText("The call deletes this record.").waitFor();
    expect((await cells()).join("\n")).toMatch(/name\s+Payments/);
  });

  it("offers no comparison for a new record", async () => {
    await openCall("create_team", { name: "New" });
    await page.getByRole("button", { name: "Refuse" }).waitFor();
    expect(await page.getByRole("button", { name: "Compare with the record now" }).count()).toBe(0);
  });
});
