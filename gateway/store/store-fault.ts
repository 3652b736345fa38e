import { Fault } from "../../runtime/index.js";

/**
 * Waits for work that needs the store, before anything of a call is sent.
 * @throws Fault that says to call again, if the store fails
 */
export async function beforeSending<Result>(
  work: Result | Promise<Result>,
  report: (error: Error) => void,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Fault) throw error;
    report(error as Error);
    throw new Fault({
      kind: "busy",
      message: "The gateway's store does not answer, so this call was not sent.",
      next: "Call again in some seconds.",
      retryAfterSeconds: 2,
    });
  }
}
