import { testAdminToken } from "./requests.js";

/** A person who is signed in to the page, without a browser. */
export interface PageSession {
  readonly cookie: string;
  /** What every form of the session carries. */
  readonly csrf: string;
  read(path: string): Promise<string>;
  /** Opens a form, sets some of its fields, and sends it. The other fields keep the page's values. */
  submit(path: string, set: FieldValues): Promise<Submitted>;
}

/** Values by field. `not <name>` removes a ticked value. */
type FieldValues = Readonly<Record<string, string | readonly string[]>>;

interface Submitted {
  readonly status: number;
  readonly html: string;
  /** The error that the page shows. */
  readonly alert?: string;
}

export async function signIn(url: string): Promise<PageSession> {
  const body = new URLSearchParams({ person: "Ada", token: testAdminToken });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual" });
  const cookie = answer.headers.getSetCookie()[0]!.split(";", 1)[0]!;
  const read = async (path: string) => (await fetch(url + path, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(await read("/tokens/new"))![1]!;
  return {
    cookie,
    csrf,
    read,
    async submit(path, set) {
      const fields = new URLSearchParams(formFields(await read(path), set));
      const sent = await follow(
        url,
        await fetch(url + path, { method: "POST", headers: { cookie }, body: fields, redirect: "manual" }),
        cookie,
      );
      const html = await sent.text();
      const alert = /role="alert"[^>]*>(.*?)<\/div>/s
        .exec(html)?.[1]
        ?.replace(/<[^>]+>/g, " ")
        .trim();
      return { status: sent.status, html, alert };
    },
  };
}

/** The page that an answer redirects to, if it does, asked with the cookies that the answer sets. */
async function follow(url: string, answer: Response, cookie: string): Promise<Response> {
  const location = answer.headers.get("location");
  if (location === null) return answer;
  const set = answer.headers.getSetCookie().map((one) => one.split(";", 1)[0]!);
  return fetch(new URL(location, url), { headers: { cookie: [cookie, ...set].join("; ") } });
}

/** The fields that a browser would send. */
function formFields(html: string, set: FieldValues): [string, string][] {
  const form = /<form method="post" data-picker.*?<\/form>/s.exec(html)?.[0] ?? html;
  const shown = [...inputs(form), ...selects(form), ...textareas(form)];
  const kept = shown.filter(
    ([name, value]) => !Object.hasOwn(set, name) && [set[`not ${name}`] ?? []].flat()[0] !== value,
  );
  const given = Object.entries(set)
    .filter(([name]) => !name.startsWith("not "))
    .flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value]));
  return [...kept, ...given];
}

function* inputs(form: string): Iterable<[string, string]> {
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
    const isTicked = (type !== "checkbox" && type !== "radio") || / checked=/.test(tag);
    if (name !== undefined && isTicked) yield [name, attribute(tag, "value") ?? ""];
  }
}

function* selects(form: string): Iterable<[string, string]> {
  for (const [tag, , options = ""] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => / selected=/.test(option)) ?? all[0]!;
    yield [attribute(tag, "name")!, attribute(chosen, "value") ?? ""];
  }
}

function* textareas(form: string): Iterable<[string, string]> {
  for (const [tag, text = ""] of form.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs))
    yield [attribute(tag, "name")!, text];
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
