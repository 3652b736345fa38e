import { ask, type TestGateway } from "../../gateway/kit/gateway.js";

/** A gateway in another process, with requests as its admin. */
export function adminOf(url: string, token: string): Pick<TestGateway, "ask"> {
  return {
    ask: (method, path, body, headers) =>
      ask(url, method, path, body, { authorization: `Bearer ${token}`, ...headers }),
  };
}
