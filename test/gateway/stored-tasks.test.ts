import type { KyselyPlugin } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVault } from "../../gateway/secrets/vault.js";
import { storedTasks } from "../../gateway/serve/stored-tasks.js";
import { openStore } from "../../gateway/store/open.js";
import type { Store } from "../../gateway/store/store.js";
import type { TaskState, TaskStore } from "../../runtime/index.js";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";

/* Two processes change the same task: the second writes after the first has read and before the first writes. */
const settingsOf = useStores();

const vault = createVault({ current: "k".repeat(40), previous: [] });

/** Calls a function once, when the next rows were read. */
function afterRead(): { readonly plugin: KyselyPlugin; do?: () => Promise<unknown> } {
  const next: ReturnType<typeof afterRead> = {
    plugin: {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        const act = next.do;
        next.do = undefined;
        await act?.();
        return result;
      },
    },
  };
  return next;
}

describe.each(storeKinds)("a task in the store on %s", (kind) => {
  const read = afterRead();
  const stores: Store[] = [];
  let stub: ApiStub;
  let gateway: TestGateway;
  let first: TaskStore;
  let second: TaskStore;
  beforeAll(async () => {
    const settings = await settingsOf(kind);
    stub = await startApiStub();
    gateway = await startTestGateway({ settings: { ...settings, baseUrls: [stub.url] } });
    const { id } = await makeServer(gateway, await makeAccount(gateway, stub.url));
    const open = async () => {
      const store = await openStore({ databaseUrl: settings.databaseUrl, folder: gateway.folder });
      stores.push(store);
      return store;
    };
    const tasksOf = (store: Store) => storedTasks({ store, keys: { vault }, now: () => new Date() }, id);
    const store = await open();
    first = tasksOf({ ...store, db: store.db.withPlugin(read.plugin) });
    second = tasksOf(await open());
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all([gateway?.stop(), stub?.close()]);
  });

  async function added(): Promise<string> {
    const now = new Date().toISOString();
    const times = { createdAt: now, lastUpdatedAt: now, ttlMs: 300_000, pollIntervalMs: 2_000 };
    const state: TaskState = { taskId: crypto.randomUUID(), status: "working", ...times };
    await first.add(state);
    return state.taskId;
  }

  const completed = { status: "completed", result: { content: [{ type: "text", text: "done" }] } } as const;
  const cancelled = { status: "cancelled" } as const;

  it.each([
    { name: "an outcome stays when a check writes later", meanwhile: completed, then: {}, left: completed },
    { name: "a cancel stays when a check writes later", meanwhile: cancelled, then: {}, left: cancelled },
    {
      name: "a cancel stays when an outcome comes later",
      meanwhile: cancelled,
      then: completed,
      left: cancelled,
    },
    {
      name: "an outcome stays when a cancel comes later",
      meanwhile: completed,
      then: cancelled,
      left: completed,
    },
    {
      name: "an outcome is stored after a check of the other",
      meanwhile: {},
      then: completed,
      left: completed,
    },
  ])("$name", async ({ meanwhile, then, left }) => {
    const taskId = await added();
    read.do = () => second.change(taskId, meanwhile);
    expect(await first.change(taskId, then)).toMatchObject(left);
    expect(read.do).toBeUndefined();
    const stored = await second.get(taskId);
    expect(stored).toMatchObject({ taskId, ...left });
    expect(stored?.result).toEqual("result" in left ? left.result : undefined);
  });

  it("that does not exist is not created by a change", async () => {
    const taskId = crypto.randomUUID();
    expect(await first.change(taskId, completed)).toBeUndefined();
    expect(await first.get(taskId)).toBeUndefined();
  });
});
