/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { servedApi } from "../../apis.js";
import { nothingHere } from "../../serve/admission.js";
import { nameOf, serverIn, wrongUrl } from "../../serve/shown.js";
import { configOf } from "../../tokens/grants.js";
import { Layout } from "../layout.js";
import type { PageApp, PageContext, PageParts } from "../page-handler.js";
import { UrlFacts } from "./url-facts.js";

/** What a person sees who opens a server URL in a browser. No tool is called, and nothing is marked as used. */
export function mountUrlPage(page: PageApp, parts: PageParts): void {
  const answer = (c: PageContext) => answerUrl(c, parts);
  page.get("/mcp/:named", answer);
  page.get("/mcp/:server/:token", answer);
}

async function answerUrl(c: PageContext, { core, access }: PageParts): Promise<Response> {
  const shown = serverIn(c.req.path)?.shown;
  if (!shown) throw nothingHere();
  const { grant, refused } = await access.check(nameOf(shown, undefined)!);
  const reason = refused ?? wrongUrl(shown, grant);
  const api = grant && servedApi(core, grant.account.api);
  if (reason !== undefined || api === undefined) {
    const { requestId, address } = c.env.context;
    const outcome = reason ?? "api_not_served";
    core.audit.recordRefusal({ action: "view", outcome, actor: "stranger", requestId, address });
    throw nothingHere();
  }
  const { server } = grant!;
  return c.html(
    <Layout title="Server URL" isSecret>
      <UrlFacts
        {...{ api, name: server.name, expires: server.expires_at }}
        config={configOf(server)}
        url={`${c.env.context.publicUrl}${c.req.path}`}
        clientName={Object.keys(core.apis).length > 1 ? api.name : undefined}
      />
    </Layout>,
  );
}
