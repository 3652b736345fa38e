import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-parts.js";
import { pathOf } from "../ops/public-path.js";

/**
 * Pages write their links from the root. If the public URL has a path, this adds it to each link, in one place for all
 * pages.
 */
export const belowPublicPath: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const prefix = pathOf(c.env.context.publicUrl);
  if (prefix === "") return;
  for (const name of ["location", "refresh"]) {
    const value = c.res.headers.get(name);
    if (value !== null) c.header(name, value.replace(/^(\d+;url=)?\//, `$1${prefix}/`));
  }
  if (!c.res.headers.get("content-type")?.startsWith("text/html")) return;
  const { status, headers } = c.res;
  const text = (await c.res.text()).replace(links, `$1${prefix}/`);
  c.res = new Response(text, { status, headers });
};

/** Text on a page cannot match, because its quotes are escaped. */
const links = /( (?:href|src|action)=")\/(?!\/)/g;
