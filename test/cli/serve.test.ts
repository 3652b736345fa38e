import { describe, expect, it } from "vitest";
import { parseServeFlags } from "../../cli/serve-flags.js";
import { accountOf, SettingsError } from "../../cli/settings.js";
import { smallCatalogue } from "../fixtures/small-api.js";

const apis = ["firehydrant"];

describe("serve's flags", () => {
  it("have defaults", () => {
    expect(parseServeFlags([], apis)).toMatchObject({
      api: "firehydrant",
      http: false,
      host: "127.0.0.1",
      port: 8808,
      names: "canonical",
      on429: "wait",
      resultTokenBudget: 20_000,
      connectSeconds: 5,
      firstByteSeconds: 30,
      callSeconds: 60,
      sandbox: false,
    });
  });

  it("take lists apart by blanks and commas", () => {
    const given = [
      "--methods",
      "read,custom",
      "delete",
      "--tools",
      "list_*",
      "--deny",
      "delete_*",
      "--on-429",
      "pass",
    ];
    expect(parseServeFlags(given, apis)).toMatchObject({
      methods: ["read", "custom", "delete"],
      tools: ["list_*"],
      deny: ["delete_*"],
      on429: "pass",
    });
  });

  it.each([
    [["--surfce", "full"], /no flag --surfce\. Did you mean --surface\?/],
    [["--surface", "ful"], /"ful"/],
    [["--api", "other"], /"other"/],
    [["--stdio", "--http"], /mutually exclusive/],
    [["--port", "abc"], /--port takes a whole number/],
    [["--port", "70000"], /--port takes a whole number/],
    [["--result-token-budget", "0"], /--result-token-budget/],
    [["--call-seconds", "0"], /--call-seconds takes a number from 0.1 to 600/],
    [["--connect-seconds", "soon"], /--connect-seconds takes a number/],
    [["--tags"], /tags/],
    [["full"], /takes no "full"/],
  ])("%j are refused in words that help", (given, want) => {
    expect(() => parseServeFlags(given, apis)).toThrow(SettingsError);
    expect(() => parseServeFlags(given, apis)).toThrow(want);
  });
});

describe("the account", () => {
  const key = { FIREHYDRANT_API_KEY: "fhb-1" };
  it.each([
    [key, undefined, "https://api.firehydrant.io"],
    [{ ...key, FIREHYDRANT_REGION: "EU" }, undefined, "https://api.eu.firehydrant.io"],
    [
      { ...key, FIREHYDRANT_REGION: "eu", FIREHYDRANT_BASE_URL: "http://127.0.0.1:9/" },
      undefined,
      "http://127.0.0.1:9",
    ],
    [
      { ...key, FIREHYDRANT_BASE_URL: "http://127.0.0.1:9" },
      "https://stub.example/base",
      "https://stub.example/base",
    ],
  ])("of %j and --base-url %s is at %s", (environment, baseUrl, want) => {
    expect(accountOf(smallCatalogue, environment, baseUrl)).toEqual({ baseUrl: want, key: "fhb-1" });
  });

  it.each([
    [{}, undefined, /FIREHYDRANT_API_KEY is not set/],
    [{ FIREHYDRANT_API_KEY: " " }, undefined, /FIREHYDRANT_API_KEY is not set/],
    [{ FIREHYDRANT_API_KEY: "a b" }, undefined, /holds a blank/],
    [{ ...key, FIREHYDRANT_REGION: "mars" }, undefined, /FIREHYDRANT_REGION is "mars"; it is one of us, eu/],
    [{ ...key, FIREHYDRANT_REGION: "constructor" }, undefined, /one of us, eu/],
    [key, "ftp://x", /no base URL/],
    [key, "https://user:secret@x", /no base URL/],
    [key, "not a URL", /no base URL/],
  ])("of %j and --base-url %s is refused", (environment, baseUrl, want) => {
    expect(() => accountOf(smallCatalogue, environment, baseUrl)).toThrow(SettingsError);
    expect(() => accountOf(smallCatalogue, environment, baseUrl)).toThrow(want);
  });

  it("needs no key where the API takes none", () => {
    const { key: _key, ...api } = smallCatalogue.api;
    expect(accountOf({ ...smallCatalogue, api }, {})).toEqual({
      baseUrl: "https://api.firehydrant.io",
      key: undefined,
    });
  });
});
