import { Cancellation, type CancelSignal } from "../contract/cancellation.js";
/**
 * Work that several callers wait for. It starts with the first caller and is aborted only when no caller waits any
 * more.
 */
export function shared<Result>(work: (signal: CancelSignal) => Promise<Result>, onBrokenOff: () => void) {
  const controller = new Cancellation();
  let waiting = 0;
  let isSettled = false;
  let result: Promise<Result> | undefined;

  return async (signal: CancelSignal): Promise<Result> => {
    signal.throwIfAborted();
    result ??= work(controller).finally(() => void (isSettled = true));
    waiting += 1;
    try {
      return await orAborted(result, signal);
    } finally {
      waiting -= 1;
      if (waiting === 0 && !isSettled) {
        onBrokenOff();
        controller.abort();
      }
    }
  };
}

function orAborted<Result>(result: Promise<Result>, signal: CancelSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.addEventListener("abort", aborted);
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", aborted));
  });
}
