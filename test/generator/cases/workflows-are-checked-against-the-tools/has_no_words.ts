interface Answer {
  count: number;
}

export async function hasNoWords(api: Api): Promise<Answer> {
  return { count: (await api.all("list_pets")).length };
}
