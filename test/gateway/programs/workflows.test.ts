import { afterAll, beforeAll, expect, it } from "vitest";
import { decideApproval } from "../../../gateway/consent/decisions.js";
import { getApproval } from "../../../gateway/consent/shown-approvals.js";
import { httpClient } from "../../fixtures/clients.js";
import { act, testGateway, type TestGateway } from "../page/kit.js";

/* A workflow that writes stops for an approval, goes on by its own name, and writes once. */

let gateway: TestGateway;
beforeAll(async () => void (gateway = await testGateway()));
afterAll(() => gateway.close());

interface Answer {
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly next?: string;
    readonly resume?: string;
    readonly wanted?: readonly object[];
    readonly writes_made?: readonly object[];
  };
  readonly [field: string]: unknown;
}

async function call(url: string, tool: string, args: object): Promise<Answer> {
  const { call: send, close } = await httpClient("client 2.x, 2026-07-28", url);
  try {
    return JSON.parse((await send(tool, args)).text) as Answer;
  } finally {
    await close();
  }
}

const approvalIn = ({ error }: Answer) => /\/approvals\/(apr_[0-9a-z]+)/.exec(error!.next!)![1]!;

/** Incidents of a name, and pages about it, read without an approval. */
async function made(name: string): Promise<{ incidents: number; pages: number }> {
  const { url } = await gateway.serverUrl({ surface: "full" });
  const items = async (tool: string) =>
    ((await call(url, tool, { limit: 100 }))["items"] as { name?: string; summary?: string }[]) ?? [];
  return {
    incidents: (await items("list_incidents")).filter((one) => one.name === name).length,
    pages: (await items("list_alerts")).filter((one) => one.summary?.includes(name)).length,
  };
}

it("asks for each write in turn, and does each once", async () => {
  const { url } = await gateway.serverUrl({ surface: "full", confirm: "write" });
  const name = `Paid twice ${process.pid}`;
  const stopped = await call(url, "declare_and_page", {
    name,
    severity: "SEV2",
    page_type: "Team",
    page: "Payments",
  });
  expect(stopped.error).toMatchObject({
    kind: "approval_needed",
    wanted: [{ tool: "create_incident", arguments: { name, severity: "SEV2" } }],
  });
  expect(stopped.error!.next).toContain(`call declare_and_page with resume: "${stopped.error!.resume!}"`);
  expect(await made(name)).toEqual({ incidents: 0, pages: 0 });
  const resume = stopped.error!.resume!;
  // Without an approval it waits on.
  expect((await call(url, "declare_and_page", { resume })).error?.kind).toBe("approval_needed");

  await decideApproval(gateway.core, approvalIn(stopped), "approved", act);
  const paging = await call(url, "declare_and_page", { resume });
  expect(paging.error).toMatchObject({
    kind: "approval_needed",
    wanted: [{ tool: "create_page", resolved: { target_id: { given: "Payments" } } }],
    writes_made: [{ tool: "create_incident", outcome: "done" }],
  });
  expect(await made(name)).toEqual({ incidents: 1, pages: 0 });
  expect(JSON.stringify((await getApproval(gateway.core, approvalIn(paging))).args)).toContain(name);

  await decideApproval(gateway.core, approvalIn(paging), "approved", act);
  const done = await call(url, "declare_and_page", { resume });
  expect(done).toMatchObject({ incident_id: expect.any(String) as string, paged: "Team Payments" });
  const again = await call(url, "declare_and_page", { resume });
  expect(again.error?.message).toBe("This program has ended already. Nothing was run.");
  expect(await made(name)).toEqual({ incidents: 1, pages: 1 });
});

it("ends when a person refuses, without the write", async () => {
  const { url } = await gateway.serverUrl({ surface: "full", confirm: "write" });
  const name = `Not declared ${process.pid}`;
  const args = { name, page_type: "Team", page: "Payments" };
  const stopped = await call(url, "declare_and_page", args);
  await decideApproval(gateway.core, approvalIn(stopped), "refused", act);
  const refused = await call(url, "declare_and_page", { resume: stopped.error!.resume });
  expect(refused.error?.kind).toBe("not_approved");
  expect(await made(name)).toEqual({ incidents: 0, pages: 0 });
});
