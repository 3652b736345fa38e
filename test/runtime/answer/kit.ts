import { afterEach } from "vitest";
import { bench, type Bench } from "../kit/stub.js";

let open: Bench | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** An upstream that is closed after the test, or when the test starts another one. */
export async function serving(...parts: Parameters<typeof bench>): Promise<Bench> {
  await open?.close();
  return (open = await bench(...parts));
}

/** An upstream with one fixed answer. */
export function answering(
  body: string | Buffer,
  type?: string,
  status = 200,
  tokenBudget?: number,
): Promise<Bench> {
  const headers = type ? { "content-type": type } : {};
  return serving((_, response) => void response.writeHead(status, headers).end(body), { tokenBudget });
}

export const incident = (index: number) => ({
  id: `3f2a9c1e-7b4d-4e2f-9a1c-${String(index * 7919).padStart(12, "0")}`,
  number: index,
  name: "Checkout latency above 2 s in eu-west-1",
  severity: "SEV2",
  created_at: "2026-03-01T12:34:56.789Z",
  services: [{ id: "9d0c1b2a-1111-4222-8333-444455556666", name: "payments-api" }],
  incident_url: "https://app.example.io/incidents/3f2a9c1e",
  active: true,
});
