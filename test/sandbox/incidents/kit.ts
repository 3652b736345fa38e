import { practice } from "../kit/client.js";
import type { Loose } from "../kit/loose.js";

export const { sandbox, call, pass } = practice();

export const row = (collection: string, name: string) =>
  sandbox.world.store.all(collection).find(({ data }) => data.name === name || data.slug === name)!;

export const service = (name: string) => row("services", name).id;

export const declare = async (more: Record<string, unknown> = {}): Promise<Loose> =>
  (await call("POST", "/v1/incidents", { name: "Test incident", severity: "SEV2", ...more })).body;
