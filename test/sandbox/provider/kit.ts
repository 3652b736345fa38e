import { expect } from "vitest";
import { practice } from "../kit/client.js";
import type { Loose } from "../kit/loose.js";

/** Checks by what they show. Each is one test of FireHydrant's Terraform provider, in our own words. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

const { sandbox, call } = practice();
export const { store } = sandbox.world;
export { call };

/** A record of the practice world. */
export function seeded(collection: string, at = 0): { readonly id: string; readonly data: Loose } {
  return store.all(collection)[at]!;
}

let count = 0;
/** A name that no other record has. */
export function fresh(word: string): string {
  count += 1;
  return `${word}${count}`;
}

/** Sends a request that must succeed, and gives the answer's body. */
export async function send(method: string, path: string, body?: unknown): Promise<Loose> {
  const reply = await call(method, path, body);
  expect(reply.status, `${method} ${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300);
  return reply.body;
}

/** Sends a request that the API must refuse, and gives the refusal's text. */
export async function refused(method: string, path: string, body?: unknown): Promise<string> {
  const reply = await call(method, path, body);
  expect([400, 422], `${method} ${path} ${JSON.stringify(reply.body)}`).toContain(reply.status);
  return JSON.stringify(reply.body);
}

/** A field that is expected to be null may be left out. */
function expectShown(actual: Loose, expected: Loose): void {
  const blank = Object.fromEntries(Object.keys(expected).map((name) => [name, null]));
  expect({ ...blank, ...actual }).toMatchObject(expected);
}

/** A kind of record that the provider creates, reads, updates, imports and deletes. */
export interface Life {
  readonly path: string;
  /** A body with the required values alone. */
  readonly required: () => Loose;
  /** A body with every value. */
  readonly full: () => Loose;
  /** The update from all values back to the required ones. The provider sends empty values for what is gone. */
  readonly cleared: () => Loose;
  /** The values that a read shows for a body. */
  readonly shows?: (body: Loose) => Loose;
  readonly create?: "POST" | "PUT";
  readonly update?: "PATCH" | "PUT";
  readonly key?: "id" | "slug";
  /** A read after the deletion shows `discarded_at` instead of a 404. */
  readonly isArchived?: boolean;
  /** The list that shows the record too, and the values that it shows if they are fewer. */
  readonly list?: (made: Loose) => string;
  readonly listShows?: (body: Loose) => Loose;
}

/** The checks that the provider has for nearly every kind of record. */
export function checksOfLife(kind: string, life: Life): Checks {
  const { path, create = "POST", update = "PATCH", key = "id", shows = (body: Loose) => body } = life;
  const at = (made: Loose): string => `${path}/${made[key]}`;
  const made = (body: Loose): Promise<Loose> => send(create, path, body);
  const read = (one: Loose): Promise<Loose> => send("GET", at(one));
  const change = async (one: Loose, body: Loose): Promise<Loose> => {
    // A PUT to the collection names the record in its body.
    const sent = create === "PUT" ? { ...body, [key]: one[key] } : body;
    const changed = create === "PUT" ? await made(sent) : await send(update, at(one), sent);
    expectShown(await read(changed), shows(sent));
    return changed;
  };
  const importOf = async (body: Loose): Promise<void> => {
    const one = await made(body);
    const imported = await read(one);
    expect(imported).toMatchObject(shows(body));
    expect(imported).toEqual(one);
    await send("DELETE", at(one));
  };
  const inList = async (body: Loose): Promise<void> => {
    const one = await made(body);
    const { data } = await send("GET", life.list!(one));
    const found = (data as Loose[]).filter((row) => row[key] === one[key]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject((life.listShows ?? shows)(body));
    await send("DELETE", at(one));
  };
  const lists: Checks = life.list
    ? {
        [`${kind}: a list shows it with its required values`]: () => inList(life.required()),
        [`${kind}: a list shows it with all values`]: () => inList(life.full()),
      }
    : {};
  return {
    [`${kind}: is made from the required values, read, and gone after the deletion`]: async () => {
      const body = life.required();
      const one = await made(body);
      expect(await read(one)).toMatchObject(shows(body));
      await send("DELETE", at(one));
      const after = await call("GET", at(one));
      if (life.isArchived) expect(after.body.discarded_at).toEqual(expect.any(String));
      else expect(after.status).toBe(404);
    },
    [`${kind}: is changed to all values, and back to the required ones`]: async () => {
      const one = await made(life.required());
      const full = await change(one, life.full());
      const cleared = await change(full, life.cleared());
      await send("DELETE", at(cleared));
    },
    [`${kind}: is imported by its ${key} with its required values`]: () => importOf(life.required()),
    [`${kind}: is imported by its ${key} with all values`]: () => importOf(life.full()),
    ...lists,
  };
}
