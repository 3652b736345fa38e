/** The part of an AbortSignal that calls use. An AbortSignal has it too. */
export interface CancelSignal {
  readonly aborted: boolean;
  /** Set once it aborted. */
  readonly reason: Error;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Cancels work, as an AbortController does, and is the signal too. Each call needs several. Node takes longer to create
 * one AbortController than the pipeline takes to check the arguments.
 */
export class Cancellation implements CancelSignal {
  aborted = false;
  reason!: Error;
  #listeners: (() => void)[] = [];

  abort(reason: Error = new DOMException("This operation was aborted", "AbortError")): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.#listeners.splice(0)) listener();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_: "abort", listener: () => void): void {
    if (!this.aborted) this.#listeners.push(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    const at = this.#listeners.indexOf(listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }
}

/** A signal that aborts with the first of others. Call `release` when the work has ended. */
export function firstOf(...signals: readonly CancelSignal[]): {
  readonly signal: CancelSignal;
  release(): void;
} {
  const first = new Cancellation();
  const listeners = signals.map((signal) => {
    const listener = () => first.abort(signal.reason);
    if (signal.aborted) listener();
    else signal.addEventListener("abort", listener);
    return () => signal.removeEventListener("abort", listener);
  });
  return { signal: first, release: () => listeners.forEach((release) => release()) };
}
