import { describe, expect, it } from "vitest";
import { read, operationOf } from "./kit.js";

describe("a server", () => {
  const servers = [{ url: "https://{region}.example.com/v1/", variables: { region: { default: "eu" } } }];
  const withOwn = (...urls: string[]) =>
    read({ "/pets": { get: { servers: urls.map((url) => ({ url })) } } }, { servers });
  const prefixOf = (...urls: string[]) => withOwn(...urls).operations[0]!.prefix;

  it("of an operation at the API's origin is a prefix instead of the API's", () => {
    expect(prefixOf("https://eu.example.com/v2/")).toEqual({ own: "/v2", common: "/v1" });
    expect(prefixOf("/v2")).toEqual({ own: "/v2", common: "/v1" });
    expect(prefixOf("/")).toEqual({ own: "", common: "/v1" });
    expect(prefixOf("https://files.example.com", "/v2")).toEqual({ own: "/v2", common: "/v1" });
  });

  it("that is the API's own adds nothing, so an operator's base URL still applies", () => {
    expect(prefixOf("https://eu.example.com/v1")).toBeUndefined();
    expect(operationOf({ get: {} }, { servers }).prefix).toBeUndefined();
  });

  it("is compared by path if the document has no absolute server", () => {
    const beside = (url: string, ...servers: object[]) =>
      operationOf({ get: { servers: [{ url }] } }, { servers }).prefix;
    expect(beside("/")).toBeUndefined();
    expect(beside("/", { url: "/api/v2" })).toEqual({ own: "", common: "/api/v2" });
    expect(beside("https://pets.local", { url: "//pets.local" })).toBeUndefined();
    expect(read({ "/pets": { get: { servers: [{ url: "https://pets.example.com" }] } } }).operations).toEqual(
      [],
    );
  });

  it("of an operation overrides its path's, and its path's overrides the API's", () => {
    const paths = { "/pets": { servers: [{ url: "/v3" }], get: { servers: [{ url: "/v2" }] }, put: {} } };
    expect(read(paths, { servers }).operations.map(({ prefix }) => prefix?.own)).toEqual(["/v2", "/v3"]);
  });

  it.each([
    ["https://files.example.com/v1", /not at the API's origin/],
    ["http://eu.example.com/v1", /not at the API's origin/],
    ["https://eu.example.com:8443/v1", /not at the API's origin/],
    ["https://eu.example.com.evil.org/v1", /not at the API's origin/],
    ["//files.example.com/v1", /not at the API's origin/],
    ["ftp://example.com", /not an http/],
    ["https://user:secret@eu.example.com/v1", /^(?!.*secret).*not an http/],
    ["//[broken", /not an http/],
  ])("%s leaves its operation out, which is reported", (url, reason) => {
    const { operations, problems } = withOwn(url);
    expect(operations).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(reason)]);
  });
});
