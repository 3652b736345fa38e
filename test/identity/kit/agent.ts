/** A browser without a window: it keeps cookies by site, follows redirects, and sends forms. */
export interface Agent {
  /** Opens a page, and goes on where the page or a redirect leads. */
  open(url: string, init?: RequestInit): Promise<Page>;
  /** One request, without following. */
  ask(url: string, init?: RequestInit): Promise<Response>;
  cookie(url: string, name: string): string | undefined;
}

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

const mostHops = 20;

export function createAgent(): Agent {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { origin } = new URL(url);
    return jars.get(origin) ?? jars.set(origin, new Map()).get(origin)!;
  };

  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { accept: "text/html", ...(init.headers as object), ...(cookie ? { cookie } : {}) };
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value === "" || /max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  async function open(url: string, init?: RequestInit): Promise<Page> {
    let [at, request] = [url, init];
    for (let hop = 0; hop < mostHops; hop += 1) {
      const answer = await ask(at, request);
      const { status, headers } = answer;
      const to = headers.get("location") ?? /url=(.*)$/.exec(headers.get("refresh") ?? "")?.[1];
      if (to === undefined || to === null) return { url: at, status, headers, html: await answer.text() };
      [at, request] = [new URL(to, at).href, undefined];
    }
    throw new Error(`More than ${mostHops} redirects from ${url}.`);
  }

  return { ask, open, cookie: (url, name) => jarOf(url).get(name) };
}

/** Sends a page's form with these values besides its hidden ones. */
export function submit(agent: Agent, page: Page, values: Record<string, string>): Promise<Page> {
  const action = /<form[^>]* action="([^"]*)"/.exec(page.html)?.[1] ?? page.url;
  const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const body = new URLSearchParams([
    ...hidden.map(([, name, value]) => [name!, value!] as [string, string]),
    ...Object.entries(values),
  ]);
  return agent.open(new URL(action, page.url).href, { method: "POST", body });
}

/** Signs a person in at the provider, from the gateway's sign-in page. Returns the page that it leads to. */
export async function signInAs(agent: Agent, gatewayUrl: string, name: string, next = "/"): Promise<Page> {
  let page = await agent.open(`${gatewayUrl}/sign-in/provider?next=${encodeURIComponent(next)}`);
  for (let step = 0; step < 4 && page.html.includes('name="prompt"'); step += 1)
    page = await submit(agent, page, { login: name, password: "any" });
  return page;
}
