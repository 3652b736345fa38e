import { ApiRefusal } from "./client.js";

/**
 * Asks the gateway, and names flags where its message names fields of the API.
 * @param names flags by the path of the field: `config.methods`
 */
export async function withFlagNames<Answer>(
  names: Readonly<Record<string, string>>,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const faults = error.message.split("; ").map((fault) => named(fault, names));
    throw new ApiRefusal(error.status, faults.join("\n"));
  }
}

/** A fault is told as "field: what is wrong". */
function named(fault: string, names: Readonly<Record<string, string>>): string {
  const path = /^[\w.[\]]+(?=: )/.exec(fault)?.[0] ?? "";
  const field = Object.keys(names).find(
    (one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`),
  );
  return field === undefined ? fault : `${names[field]}${fault.slice(path.length)}`;
}
