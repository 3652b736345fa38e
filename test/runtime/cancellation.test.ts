import { expect, it, vi } from "vitest";
import { Cancellation, firstOf } from "../../runtime/index.js";

it("a cancellation calls its listeners once and keeps the first reason", () => {
  const cancellation = new Cancellation();
  const [listener, removed] = [vi.fn(), vi.fn()];
  cancellation.addEventListener("abort", listener);
  cancellation.addEventListener("abort", removed);
  cancellation.removeEventListener("abort", removed);
  cancellation.throwIfAborted();
  cancellation.abort(new Error("first"));
  cancellation.abort(new Error("second"));
  expect(listener).toHaveBeenCalledTimes(1);
  expect(removed).not.toHaveBeenCalled();
  expect(cancellation).toMatchObject({ aborted: true, reason: new Error("first") });
  expect(() => cancellation.throwIfAborted()).toThrow(new Error("first"));
});

it("without a reason it aborts like an AbortController", () => {
  const [own, node] = [new Cancellation(), new AbortController()];
  own.abort();
  node.abort();
  expect(own.reason).toEqual(node.signal.reason);
});

it("the first of several signals decides, also if it had aborted before", () => {
  const [one, other] = [new AbortController(), new Cancellation()];
  const { signal } = firstOf(one.signal, other);
  other.abort(new Error("other"));
  one.abort(new Error("one"));
  expect(signal.reason).toEqual(new Error("other"));
  expect(firstOf(new Cancellation(), one.signal).signal.reason).toEqual(new Error("one"));
});

it("a released signal keeps no listener", () => {
  const one = new Cancellation();
  const { signal, release } = firstOf(one);
  release();
  one.abort();
  expect(signal.aborted).toBe(false);
});
