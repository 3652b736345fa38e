import type { Script, ToolCall } from "../../scenarios/scenario.js";
import { httpClient } from "../fixtures/clients.js";

/** Runs a scenario's script through a client and returns the script's answer. */
export async function play(
  script: Script,
  { url, prompt }: { readonly url: string; readonly prompt: string },
): Promise<string> {
  const client = await httpClient("client 2.x", url);
  const call: ToolCall = async (tool, args) => {
    const { text, isError } = await client.call(tool, args);
    if (isError) throw new Error(`${tool} is refused: ${text}`);
    return JSON.parse(text);
  };
  try {
    const answer = await script(call, prompt);
    return typeof answer === "string" ? `ANSWER: ${answer}` : "";
  } finally {
    await client.close();
  }
}
