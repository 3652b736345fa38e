import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { withProgress } from "../../cli/generate/progress.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work that takes some time by the clock of the test. */
function working(milliseconds: number): () => Promise<string> {
  return () => new Promise((resolve) => setTimeout(() => resolve("done"), milliseconds));
}

it("work that takes longer than two seconds says so once, while it continues", async () => {
  const work = withProgress("Generating pets", working(60_000));
  await vi.advanceTimersByTimeAsync(1_999);
  expect(console.error).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(vi.mocked(console.error).mock.calls).toEqual([["Generating pets …"]]);
  await vi.advanceTimersByTimeAsync(58_000);
  expect(await work).toBe("done");
  expect(console.error).toHaveBeenCalledTimes(1);
});

it("shorter work, and work that fails, say nothing", async () => {
  const short = withProgress("Generating pets", working(1_000));
  const failing = withProgress("Generating pets", () => Promise.reject(new Error("no document")));
  await expect(failing).rejects.toThrow("no document");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await short).toBe("done");
  expect(console.error).not.toHaveBeenCalled();
});
