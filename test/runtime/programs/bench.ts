import { afterAll, beforeAll } from "vitest";
import { Status, uuid } from "../kit/fire-stub.js";
import { programBench, type ProgramBench } from "./kit.js";

export let bench: ProgramBench;

beforeAll(async () => {
  bench = await programBench({
    [`GET /v1/incidents/${uuid(4)}`]: () => new Status(404, { detail: "no such incident" }),
    "POST /v1/teams": () => new Status(503, { detail: "down" }),
  });
});
afterAll(() => bench.close());

export const value = async (program: string, tool?: string) => (await bench.run(program, tool)).value;
