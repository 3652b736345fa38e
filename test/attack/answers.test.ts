import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, type MadeServer } from "../gateway/kit/requests.js";
import { hostileAnswers } from "./kit/hostile-answers.js";
import { createJudge } from "./kit/judge.js";
import { startTarget, type Target } from "./kit/target.js";

/* The API answers with as much as it can, in the shapes that take longest to read. */

let target: Target;
let server: MadeServer;
beforeAll(async () => {
  target = await startTarget();
  server = await target.makeServer();
}, 120_000);
afterAll(() => target?.stop());

const id = "00000000-0000-4000-8000-000000000001";
const asked = {
  "list_incidents {}": {},
  "list_incidents in full": { view: "full" },
  "list_incidents with fields": { fields: "[].{id: id, name: name}" },
  "get_incident in full": { incident_id: id, view: "full" },
  "get_incident with fields": { incident_id: id, fields: "@" },
};

describe("an answer of the API", () => {
  it("of any size and shape holds up the loop for less than 50 ms", { timeout: 300_000 }, async () => {
    const judge = createJudge(target.loop);
    for (const [shape, reply] of Object.entries(hostileAnswers())) {
      target.upstream.reply = () => reply;
      // One that is too large is not read, however it is asked for.
      const ways = Object.entries(asked).slice(0, shape.startsWith("10 MB") ? 1 : undefined);
      for (const [how, args] of ways) {
        const what = `${shape}, ${how}`;
        const { status } = await judge.try(what, () => call(server.url, how.split(" ")[0]!, args));
        expect(status, what).toBe(200);
      }
    }
    judge.print("answers");
    expect(judge.faults).toEqual([]);
  });
});
