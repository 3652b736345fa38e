/** One answered request of the API. */
interface Call {
  readonly at: string;
  /** `METHOD /path/{template}`. */
  readonly operation: string;
  /** The requested path with its query. */
  readonly path: string;
  readonly status: number;
  /** The sent text, shortened. */
  readonly body: string;
}

export interface Calls {
  /** Keeps a request with its answer. */
  record(operation: string, request: Request, respond: () => Promise<Response>): Promise<Response>;
  /** The last calls, newest first. */
  readonly last: readonly Call[];
  clear(): void;
}

const KEPT = 100;
const LONGEST_BODY = 2_000;
/** A larger body is not read a second time. */
const MOST_BYTES = 65_536;

/** Keeps the last calls, including refused ones. */
export function createCalls(now: () => Date): Calls {
  let last: Call[] = [];
  return {
    get last() {
      return last;
    },
    async record(operation, request, respond) {
      const { pathname, search } = new URL(request.url);
      const body = await bodyOf(request);
      const response = await respond();
      const call = {
        at: now().toISOString(),
        operation,
        path: pathname + search,
        status: response.status,
        body,
      };
      last = [call, ...last].slice(0, KEPT);
      return response;
    },
    clear() {
      last = [];
    },
  };
}

async function bodyOf(request: Request): Promise<string> {
  const length = Number(request.headers.get("content-length") ?? 0);
  const isText = /json|text|urlencoded/.test(request.headers.get("content-type") ?? "");
  if (!isText || length > MOST_BYTES || length === 0) return "";
  const text = await request.clone().text();
  return text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text;
}
