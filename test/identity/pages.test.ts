import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertConnection } from "../../gateway/authorization/connections.js";
import { sessionCookie } from "../../gateway/sessions.js";
import { call, makeServer } from "../gateway/kit/gateway.js";
import { chromiumPath } from "../gateway/page/browser.js";
import { visit, type Visitor } from "../gateway/page/visitor.js";
import { openOwnKeys, type OwnKeysScene } from "./kit/own-keys.js";

/** A folder for screenshots of every page, if it is set. */
const shots = process.env["SHOTS"];

describe.skipIf(chromiumPath === undefined)("the pages of people who sign in, in Chromium", () => {
  let scene: OwnKeysScene;
  let visitor: Visitor;
  let rooms: Record<string, string>;
  beforeAll(async () => {
    scene = await openOwnKeys({});
    visitor = await visit();
    const { on, account, server } = scene;
    const [all, one] = [{ integrated_account_id: null }, { integrated_account_id: account }];
    await on.ask("POST", "/roles", { role: "owner", holder_kind: "person", holder: "ann", ...all });
    await on.ask("POST", "/roles", { role: "approver", holder_kind: "person", holder: "bob", ...one });
    const holder = "everybody-of-the-european-payments-organisation";
    await on.ask("POST", "/roles", { role: "viewer", holder_kind: "group", holder, ...all });
    for (const name of ["ann", "bob"]) {
      await (await scene.somebody(name)).deposit(account, `fhb-${name}`);
      const client = { client_id: "https://desk.example/client.json", client_name: "Desk assistant" };
      const place = { account_id: account, server_id: server.id, redirect_host: "desk.example" };
      const person = { issuer: scene.issuer.url, subject: name, scopes: "[]" };
      const { core } = on.gateway;
      await insertConnection(core.store.db, { ...client, ...place, ...person }, core.now());
    }
    const open = await makeServer(on, account, {}, { name: "On-call assistant" });
    await call(open.url, "list_incidents");
    rooms = {
      people: "/people",
      clients: "/clients",
      "own-keys": "/own-keys",
      "own-key": `/own-keys/${account}`,
      "own-clients": "/own-clients",
      "account-people": `/accounts/${account}/edit`,
      "playground-tool": `/playground?server=${open.id}&tool=list_incidents`,
      "url-in-a-browser": new URL(open.url).pathname,
    };
    const { cookie } = await scene.somebody("ann");
    await visitor.page.context().addCookies([{ name: sessionCookie, value: cookie, url: on.url }]);
  }, 120_000);
  afterAll(async () => {
    await visitor?.close();
    await scene?.close();
  });

  it.each([
    ["light", 390],
    ["dark", 390],
    ["light", 1280],
    ["dark", 1280],
  ] as const)(
    "have room for their texts, and axe finds nothing serious, in %s, %i pixels wide",
    async (colorScheme, width) => {
      const { page } = visitor;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const found: string[] = [];
      for (const [name, path] of Object.entries(rooms)) {
        const where = `${name}-${width}-${colorScheme}`;
        expect((await page.goto(scene.on.url + path))?.status(), path).toBe(200);
        if (shots) await page.screenshot({ path: `${shots}/${where}.png`, fullPage: true });
        if (width === 390) found.push(...(await visitor.faults(where)));
        found.push(...(await visitor.misfits()).map((one) => `${where}: ${one}`));
        if ((await visitor.overflow()) > 0) found.push(`${where}: wider than the window`);
      }
      expect(found).toEqual([]);
    },
  );
});
