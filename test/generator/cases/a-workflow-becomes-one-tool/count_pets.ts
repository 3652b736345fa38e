import type { Api, Integer } from "../../../generated/pets/programs.js";

interface Input {
  /** Kind of pet, such as cat. */
  kind: "cat" | "dog";
  /** Most names to show. */
  most?: Integer;
}

interface Answer {
  count: Integer;
  names?: string[];
  oldest?: Pet;
}

interface Pet {
  name: string;
  sold: boolean;
}

/**
 * Count pets
 *
 * Counts the pets of one kind in the shop and shows the names of some of them, so that a model needs no list of all pets
 * to say how many there are.
 *
 * @tags pets
 */
export async function countPets(api: Api, input: Input): Promise<Answer> {
  const names = await namesOf(api, input.kind);
  return { count: names.length, names: names.slice(0, input.most ?? 3), oldest: { name: `${names[0]}\n`, sold: false } };
}

async function namesOf(api: Api, kind: string): Promise<string[]> {
  const { items } = await api.list_pets({ kind });
  return items.map((pet) => pet.name ?? "");
}
