/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { App, AppEnv, AppParts } from "../app-parts.js";
import { GatewayError } from "../error.js";
import { mountAccountPages } from "./accounts/accounts.js";
import { mountApprovalPages } from "./approvals/approvals.js";
import { assets } from "./assets.js";
import { mountCatalogPages } from "./catalog/catalog.js";
import { mountClientPages } from "./clients/clients.js";
import { mountOwnClientPages } from "./clients/own-clients.js";
import { mountHome } from "./home/home.js";
import { Layout } from "./layout.js";
import { mountOwnKeyPages } from "./own-keys/own-keys.js";
import { mountLogPage } from "./log/log.js";
import type { PageApp, PageContext } from "./page-handler.js";
import { isBrowser } from "../ops/browser.js";
import { mountRolePages } from "./identity/role-pages.js";
import { mountServiceTokenPages } from "./identity/service-token-pages.js";
import { belowPublicPath } from "./public-path.js";
import { mountPlayground } from "./playground/playground.js";
import { mountAccountChoice } from "./server-urls/choose-account.js";
import { mountServerUrls } from "./server-urls/server-urls.js";
import { mountServerPages } from "./servers/servers.js";
import { mountUrlPage } from "./url/url.js";
import { mountSignIn } from "./sign-in.js";
import { mountReviewPage } from "./review/review.js";
import { mountTokenPages } from "./tokens/tokens.js";

/** Only this gateway's files, no inline script or style, no frames, and forms only to this site. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Mounts the page: accounts, server URLs, API tokens, approvals, the tool catalogue and the log. */
export function mountPage(app: App, parts: AppParts): void {
  const page: PageApp = new Hono<AppEnv>();
  page.use(belowPublicPath);
  page.use(async (c, next) => {
    await next();
    c.header("content-security-policy", policy);
    c.header("cross-origin-opener-policy", "same-origin");
    c.header("permissions-policy", "clipboard-write=(self)");
  });
  for (const { path, type, body } of assets)
    page.get(path, (c) => c.body(body, 200, { "content-type": type }));
  mountSignIn(page, parts);
  mountHome(page, parts);
  mountAccountPages(page, parts);
  mountServerPages(page, parts);
  mountServerUrls(page, parts);
  mountAccountChoice(page, parts);
  mountTokenPages(page, parts);
  mountServiceTokenPages(page, parts);
  mountOwnKeyPages(page, parts);
  mountClientPages(page, parts);
  mountOwnClientPages(page, parts);
  mountRolePages(page, parts);
  mountApprovalPages(page, parts);
  mountCatalogPages(page, parts);
  mountPlayground(page, parts);
  mountReviewPage(page, parts);
  mountLogPage(page, parts);
  mountUrlPage(page, parts);
  // Last, because it matches every path.
  page.get("*", (c, next) => {
    if (!isBrowser(c.req.header("accept"))) return next();
    throw new GatewayError(404, "There is no page at this address.");
  });
  page.onError((error, c) => answerError(error, c as PageContext, parts));
  app.route("/", page);
}

function answerError(error: Error, c: PageContext, { report }: AppParts): Response | Promise<Response> {
  const known = error instanceof GatewayError;
  if (!known) report(error);
  const status = (known ? error.statusCode : 500) as ContentfulStatusCode;
  const message = known
    ? error.message
    : `Unexpected server error. The gateway's log has details under request ${c.env.context.requestId}.`;
  c.header("content-security-policy", policy);
  return c.html(
    <Layout title="Not done" session={c.env.session}>
      <h1>{status === 404 ? "Not found" : "Not done"}</h1>
      <p>{message}</p>
      <p>
        <a href="/">Home</a>
      </p>
    </Layout>,
    status,
  );
}
