import { admin, toggle, type CommandRows } from "./row.js";

/** Sign-in, service tokens and roles. */
export const people: Readonly<Record<string, CommandRows>> = {
  login: {
    url: {
      good: { line: "login --url $URL", until: /Check that the page shows the code/, code: 1 },
      bad: "login --url nonsense",
    },
  },
  logout: { url: { good: "logout --url $URL", bad: "logout --url nonsense" } },
  "service-token create": {
    role: {
      good: "service-token create CI --role operator",
      bad: "service-token create CI --role approver",
    },
    account: {
      good: "service-token create CI --role viewer --account Acme",
      bad: { line: "service-token create CI --role viewer --account Acmee", fix: /Did you mean "Acme"/ },
    },
    expires: {
      good: "service-token create CI --role viewer --expires 12h",
      bad: "service-token create CI --role viewer --expires soon",
    },
    ...admin("service-token create", "service-token create CI --role viewer"),
  },
  "service-token list": admin("service-token list", "service-token list"),
  "service-token revoke": admin(
    "service-token revoke",
    "service-token revoke $SERVICE_TOKEN",
    "service-token revoke $SERVICE_TOKEN2",
  ),
  "own-key list": {
    account: {
      good: "own-key list --account Acme",
      bad: { line: "own-key list --account Acmee", fix: /Did you mean "Acme"/ },
    },
    ...admin("own-key list", "own-key list --account Acme"),
  },
  // The admin token belongs to no person, who has own keys.
  "own-key remove": {
    url: { good: { line: "own-key remove Acme --url $URL", code: 1 }, bad: "own-key remove --url nonsense" },
    json: toggle("own-key remove", "json", { line: "own-key remove Acme --json", code: 1 }),
  },
  // The command line cannot deposit a key, and there is none.
  "own-key revoke": {
    account: {
      good: { line: "own-key revoke own_1 --account Acme", code: 1 },
      bad: { line: "own-key revoke own_1 --account Acmee", fix: /Did you mean "Acme"/ },
    },
    url: {
      good: { line: "own-key revoke own_1 --account Acme --url $URL", code: 1 },
      bad: "own-key revoke --url nonsense",
    },
    json: toggle("own-key revoke", "json", { line: "own-key revoke own_1 --account Acme --json", code: 1 }),
  },
  "connection list": {
    own: toggle("connection list", "own", { line: "connection list --own", code: 1 }),
    ...admin("connection list", "connection list"),
  },
  "connection end": {
    own: toggle("connection end", "own", { line: "connection end con_1 --own", code: 1 }),
    url: { good: { line: "connection end con_1 --url $URL", code: 1 }, bad: "connection end --url nonsense" },
    json: toggle("connection end", "json", { line: "connection end con_1 --json", code: 1 }),
  },
  "role give": {
    role: { good: "role give sre --role operator", bad: "role give sre --role operater" },
    to: { good: "role give id-1 --to person --role viewer", bad: "role give id-1 --to team --role viewer" },
    account: {
      good: "role give sre --role viewer --account Acme",
      bad: { line: "role give sre --role viewer --account Acmee", fix: /Did you mean "Acme"/ },
    },
    ...admin("role give", "role give admins --role owner", "role give readers --role auditor"),
  },
  "role list": admin("role list", "role list"),
  "role remove": admin("role remove", "role remove $ROLE", "role remove $ROLE2"),
  "role remove-person": admin("role remove-person", "role remove-person id-2"),
};
