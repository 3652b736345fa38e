import { admin, type CommandRows } from "./row.js";

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
