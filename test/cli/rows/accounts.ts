import { admin, needsValue, toggle, type CommandRows } from "./row.js";

const accountAdd = "account add New --region sandbox";

export const accounts: Readonly<Record<string, CommandRows>> = {
  "account add": {
    api: {
      good: `${accountAdd} --api firehydrant`,
      bad: { line: `${accountAdd} --api nope`, fix: /firehydrant/ },
    },
    region: {
      good: accountAdd,
      bad: { line: "account add New --region mars", fix: /one of us, eu, sandbox/ },
    },
    "base-url": {
      good: "account add New --base-url $DEAD --no-verify",
      bad: { line: "account add New --base-url https://evil.example", fix: /STANDPIPE_BASE_URLS/ },
    },
    "key-file": {
      good: "account add New --region sandbox --key-file $DIR/key",
      bad: {
        line: "account add New --key-file $DIR/no-such-key",
        fix: /Pass a file that contains the API key/,
      },
    },
    "key-reference": {
      good: "account add New --base-url $DEAD --no-verify --key-reference env:REFERENCED_KEY",
      bad: {
        line: "account add New --base-url $DEAD --key-reference env:PATH",
        fix: /STANDPIPE_KEY_VARIABLES does not allow it/,
      },
    },
    verify: {
      good: "account add New --base-url $DEAD --no-verify",
      bad: {
        line: "account add New --base-url $DEAD",
        fix: /Pass --no-verify to save the key without a check/,
      },
    },
    ...admin("account add", accountAdd),
  },
  "account list": admin("account list", "account list"),
  "account update": {
    name: needsValue("account update Acme", "name", "account update Acme --name Acme"),
    approvers: needsValue(
      "account update Acme",
      "approvers",
      "account update Acme --approvers group:sre,ada@example.com",
    ),
    "approvals-needed": {
      good: "account update Acme --approvals-needed 2",
      bad: "account update Acme --approvals-needed 9",
    },
    "approval-minutes": {
      good: "account update Acme --approval-minutes 5",
      bad: "account update Acme --approval-minutes soon",
    },
    approvals: toggle("account update Acme", "approvals", "account update Acme --no-approvals"),
    ...admin(
      "account update",
      "account update Acme --approval-minutes 6",
      "account update Acme --no-approvals",
    ),
  },
  "account remove": admin("account remove", "account remove Gone", "account remove Gone2"),
};
