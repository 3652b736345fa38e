import { Pool } from "undici";
import { linesOf } from "../../runtime/index.js";

/** The least that a Node server does for a call over stdio: one pooled request, its JSON read, and the answer as text. */
const pool = new Pool(process.argv[2]!, { connections: 64 });

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: { readonly arguments: { readonly incident_id: string } };
}

async function resultOf({ method, params }: Call): Promise<object> {
  if (method !== "tools/call") return {};
  const path = `/v1/incidents/${encodeURIComponent(params.arguments.incident_id)}`;
  const { body } = await pool.request({ method: "GET", path, headers: { authorization: "Bearer bench" } });
  const value: unknown = JSON.parse(await body.text());
  return { content: [{ type: "text", text: JSON.stringify(value) }] };
}

for await (const line of linesOf(process.stdin, Infinity)) {
  if (!("text" in line)) continue;
  const call = JSON.parse(line.text) as Call;
  void resultOf(call).then((result) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id: call.id, result })}\n`),
  );
}
await pool.close();
