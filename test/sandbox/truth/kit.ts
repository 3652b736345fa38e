import { practice } from "../kit/client.js";

const { sandbox, call } = practice();

export { call };

export const { store } = sandbox.world;

export const row = (collection: string, name: string) =>
  store.all(collection).find(({ data }) => data.name === name)!;

export const team = row("teams", "Payments");

export const user = store.all("users")[3]!;
