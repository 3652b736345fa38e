/** What a person may do. */
export type Right =
  | "account.read"
  | "account.write"
  | "server.write"
  | "token.read"
  | "token.write"
  | "log.read"
  | "usage.read"
  | "approval.read"
  | "approval.decide"
  | "tool.try"
  | "role.read"
  | "role.write";

/** From the fewest rights to the most. */
export const roles = ["viewer", "auditor", "approver", "operator", "owner"] as const;
export type Role = (typeof roles)[number];

/** Roles of programs. Only people approve calls. */
export const serviceRoles = ["viewer", "auditor", "operator", "owner"] as const satisfies readonly Role[];
export type ServiceRole = (typeof serviceRoles)[number];

const reads: readonly Right[] = ["account.read", "usage.read"];

/** The rights of each role. */
export const roleRights: Readonly<Record<Role, readonly Right[]>> = {
  viewer: reads,
  auditor: [...reads, "log.read"],
  approver: [...reads, "approval.read", "approval.decide"],
  operator: [...reads, "log.read", "server.write", "token.read", "token.write", "approval.read", "tool.try"],
  owner: [
    ...reads,
    ...(["log.read", "account.write", "server.write", "token.read", "token.write"] as const),
    ...(["approval.read", "approval.decide", "tool.try", "role.read", "role.write"] as const),
  ],
};

/** A role on one account, or on all. */
export interface HeldRole {
  readonly role: Role;
  /** null for all accounts, also those that are added later. */
  readonly account_id: string | null;
}

/** Accounts by id, or all. */
export type Accounts = readonly string[] | "all";

/** What a person may do, and where. */
export interface Rights {
  readonly held: readonly HeldRole[];
  /** The accounts on which the person has a right. */
  where(right: Right): Accounts;
  /** Whether the person has a right on an account; without an account, on at least one. */
  may(right: Right, accountId?: string): boolean;
  /** The role with the most rights on an account, or on any, for the log. */
  roleOn(accountId?: string): Role | undefined;
}

export function rightsOf(held: readonly HeldRole[]): Rights {
  const where = (right: Right): Accounts => {
    const giving = held.filter(({ role }) => roleRights[role].includes(right));
    const ids = giving.flatMap(({ account_id }) => (account_id === null ? [] : [account_id]));
    return giving.some(({ account_id }) => account_id === null) ? "all" : [...new Set(ids)].sort();
  };
  return {
    held,
    where,
    may(right, accountId) {
      const accounts = where(right);
      if (accounts === "all") return true;
      return accountId === undefined ? accounts.length > 0 : accounts.includes(accountId);
    },
    roleOn(accountId) {
      const there = held.filter(
        ({ account_id }) => accountId === undefined || account_id === null || account_id === accountId,
      );
      return roles.findLast((role) => there.some((one) => one.role === role));
    },
  };
}

/** Whether someone has all rights of a role on an account, or on all accounts with null. */
export function covers(rights: Rights, role: Role, accountId: string | null): boolean {
  return roleRights[role].every((right) =>
    accountId === null ? rights.where(right) === "all" : rights.may(right, accountId),
  );
}

/** The rights of the admin token, and of people where there is no provider. */
export const allRights = rightsOf([{ role: "owner", account_id: null }]);
