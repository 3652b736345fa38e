interface Answer {
  count: number;
}

/**
 * Count pets
 *
 * Counts the pets of one kind in the shop and shows the names of some of them, so that a model needs no list of all pets
 * to say how many there are.
 *
 * @tags pets
 */
export async function callsByAComputedName(api: Api): Promise<Answer> {
  return { count: (await api["list_" + "pets"]()).items.length };
}
