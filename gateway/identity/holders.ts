/** Who has a role: a group of the provider, or a person by the provider's lasting id. */
export const holderKinds = ["group", "person"] as const;
export type HolderKind = (typeof holderKinds)[number];
