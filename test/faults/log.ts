import type { ApiStub } from "../gateway/kit/api-stub.js";
import type { GatewayProcess } from "./kit.js";

/** Outcomes of calls in the log, by the incident's name in their arguments. */
export async function loggedOutcomes(replica: GatewayProcess): Promise<Map<string, string[]>> {
  const outcomes = new Map<string, string[]>();
  let cursor = "";
  do {
    const { body } = await replica.ask<{ result: Entry[]; next_cursor: string | null }>(
      "GET",
      `/log?kind=call&limit=200${cursor}`,
    );
    for (const { arguments: args, outcome } of body.result)
      if (args?.name) outcomes.set(args.name, [...(outcomes.get(args.name) ?? []), outcome]);
    cursor = body.next_cursor === null ? "" : `&cursor=${body.next_cursor}`;
  } while (cursor !== "");
  return outcomes;
}

interface Entry {
  readonly outcome: string;
  readonly arguments: { readonly name?: string } | null;
}

/** The names of the incidents whose creation reached the API, in order. */
export function sentNames(stub: ApiStub): string[] {
  return stub.arrived
    .filter(({ method }) => method === "POST")
    .map(({ body }) => (body as { name: string }).name);
}

/** Waits for a condition. The test's time limit ends the wait. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
}
