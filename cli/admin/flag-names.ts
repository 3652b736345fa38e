import { ApiRefusal } from "./client.js";

/**
 * Sends a request, and names flags where the gateway's message names fields of the API.
 * @param names flags by the path of the field: `config.methods`
 */
export async function withFlagNames<Reply>(
  names: Readonly<Record<string, string>>,
  ask: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const faults = error.message.split("; ").map((fault) => named(fault, names));
    throw new ApiRefusal(error.status, faults.join("\n"));
  }
}

/** A fault has the form "field: fault". */
function named(fault: string, names: Readonly<Record<string, string>>): string {
  const path = /^[\w.[\]]+(?=: )/.exec(fault)?.[0] ?? "";
  const fields = Object.keys(names).filter((one) => `${path}.`.replaceAll("[", ".").startsWith(`${one}.`));
  const [nearest] = fields.sort((one, other) => other.length - one.length);
  return nearest === undefined ? fault : `${names[nearest]}${fault.slice(path.length)}`;
}
