/** Where something holds, in words: the name of its account, or all accounts. */
export function accountOf(
  { integrated_account_id: id }: { readonly integrated_account_id: string | null },
  names: ReadonlyMap<string, string>,
): string {
  return id === null ? "all accounts" : (names.get(id) ?? id);
}
