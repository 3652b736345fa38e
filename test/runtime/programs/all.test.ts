import { describe, expect, it } from "vitest";
import type { Answered } from "../../../runtime/contract/outcome.js";
import { createMcpService } from "../../../runtime/mcp/service.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { fakeCaller } from "../../fixtures/fake-caller.js";
import { smallApi } from "../../fixtures/small-api.js";

const api = smallApi();

/** What a program gets from api.all where the list's pages are these answers. */
async function allOf(pages: readonly Answered[]) {
  const left = [...pages];
  const service = createMcpService({
    api,
    registry: createRegistry(api.catalogue, { surface: "code" }),
    caller: { ...fakeCaller(), call: () => Promise.resolve(left.shift()!) },
    version: "0",
    report: () => undefined,
  });
  const program = 'return (await api.all("list_incidents")).map(({ id }) => id)';
  const outcome = await service.callTool("run_read", { program }, { signal: new AbortController().signal });
  return JSON.parse(service.resultOf(outcome).content[0].text) as {
    result?: unknown;
    error?: { kind: string; message: string };
  };
}

const first: Answered = { value: { items: [{ id: "a" }], next_cursor: "2" } };
const last: Answered = { value: { items: [{ id: "b" }] } };

describe("api.all", () => {
  it("returns the items of all pages", async () => {
    expect(await allOf([first, last])).toEqual({ result: ["a", "b"] });
  });

  const short: Record<string, { page: Answered; says: RegExp }> = {
    "is cut": {
      page: { ...last, remarks: { cut: "items: 1 of 7" } },
      says: /left something out: "items: 1 of 7"/,
    },
    "has several cuts": {
      page: { ...last, remarks: { cut: ["items", "text"] } },
      says: /left something out: \["items","text"\]/,
    },
    "ends with a note": {
      page: { ...last, remarks: { note: "More may follow." } },
      says: /may have left something out: More may follow\./,
    },
    "is not a list": { page: { value: { id: "b" } }, says: /answers one record, not a list/ },
  };
  it.each(Object.entries(short))(
    "throws if a later page %s, so that nothing is missed in silence",
    async (_, { page, says }) => {
      const { result, error } = await allOf([first, page]);
      expect(result).toBeUndefined();
      expect(error?.kind).toBe("program_failed");
      expect(error?.message).toMatch(says);
    },
  );
});
