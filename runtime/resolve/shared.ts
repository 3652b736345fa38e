/**
 * Work that several callers wait for. It starts with the first caller and is aborted only when no caller waits any
 * more.
 */
export function shared<Result>(work: (signal: AbortSignal) => Promise<Result>, onBrokenOff: () => void) {
  const controller = new AbortController();
  let waiting = 0;
  let isSettled = false;
  let result: Promise<Result> | undefined;

  return async (signal: AbortSignal): Promise<Result> => {
    signal.throwIfAborted();
    result ??= work(controller.signal).finally(() => void (isSettled = true));
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

function orAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason as Error);
    signal.addEventListener("abort", aborted, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", aborted));
  });
}
