import { expect, it } from "vitest";
import { useStores } from "../kit/stores.js";
import { useDeclaring } from "./kit.js";

const t = useDeclaring("sqlite", useStores());

const file = (rules: string) => `accounts:
  - name: Acme
    base_url: ${t.stub.url}
    key: env:ACME_API_KEY
${rules}servers: []
roles: []
`;
const strict = `    approvals:
      approvals_needed: 2
      approvers: ["group:leads"]
`;

it("declares an account's rules for approvals, exports them, and reports rules that demand less", async () => {
  const path = await t.write("strict.yaml", file(strict));
  expect((await t.apply(t.on, path)).code).toBe(0);
  const exported = await t.exported(t.on);
  expect(exported).toContain("approvals_needed: 2");
  expect(exported).toContain("group:leads");
  expect((await t.apply(t.on, path, "--plan")).out).toContain("1 unchanged");
  const loose = await t.write(
    "loose.yaml",
    file(strict.replace('"group:leads"', '"group:leads", "group:sre"')),
  );
  expect((await t.apply(t.on, loose, "--plan")).out).toContain("WIDENS: group:sre may approve");
  const none = await t.write("none.yaml", file(""));
  const { out, code } = await t.apply(t.on, none, "--plan");
  expect(code).toBe(3);
  expect(out).toContain("WIDENS: more people may approve");
  expect(out).toContain("WIDENS: fewer approvals are needed");
  const stricter = await t.write("stricter.yaml", file(`${strict}      approval_minutes: 5\n`));
  expect((await t.apply(t.on, stricter, "--plan")).out).not.toContain("WIDENS");
  expect((await t.apply(t.on, none)).code).toBe(0);
  expect(await t.exported(t.on)).not.toContain("approvals");
});
