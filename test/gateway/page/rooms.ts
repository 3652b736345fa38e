import type { TestGateway } from "./kit.js";
import type { RealData } from "./real-data.js";

/** The addresses of every page, with real data, by the names of their screenshots. */
export function roomsOf(gateway: TestGateway, data: RealData): Record<string, string> {
  const here = `/accounts/${gateway.accountId}`;
  return {
    home: "/",
    "home-month": "/?range=30d",
    "server-urls": "/server-urls?sort=-name&expires=never",
    "server-urls-wrong": "/server-urls?sort=colour",
    accounts: "/accounts",
    "account-new": "/accounts/new",
    account: `${here}/edit`,
    servers: `${here}?revoked=true`,
    "server-new": `${here}/servers/new`,
    "server-edit": `${here}/servers/${data.server}/edit`,
    server: `${here}/servers/${data.server}`,
    "server-connect": `${here}/servers/${data.server}/connect`,
    "server-permissions": `${here}/servers/${data.server}/permissions?group=pages`,
    "server-activity": `${here}/servers/${data.server}/activity`,
    "server-settings": `${here}/servers/${data.server}/settings`,
    tokens: "/tokens",
    "token-new": "/tokens/new",
    approvals: "/approvals",
    approval: `/approvals/${data.approval}`,
    people: "/people",
    "service-tokens": "/ci-tokens",
    playground: "/playground",
    tools: "/tools?q=page+a+team",
    tool: "/tools/create_page",
    audit: "/audit",
    "audit-wrong": "/audit?since=yesterday",
    review: "/review",
    "review-breaking": "/review?section=breaking",
    missing: "/tools/none",
  };
}
