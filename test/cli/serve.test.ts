import { describe, expect, it } from "vitest";
import { CommandError, UsageError } from "../../cli/command/errors.js";
import { parse } from "../../cli/command/parse.js";
import { accountOf } from "../../cli/serve/account.js";
import { httpAddress, serveFlags } from "../../cli/serve/flags.js";
import { smallCatalogue } from "../fixtures/small-api.js";

const parseServeFlags = (argv: readonly string[]) =>
  parse({ name: "standpipe serve", about: "", flags: serveFlags(["firehydrant"]) }, argv).flags;

describe("serve's flags", () => {
  it("have defaults", () => {
    const flags = parseServeFlags([]);
    expect(flags).toMatchObject({
      api: "firehydrant",
      http: false,
      names: "canonical",
      on429: "wait",
      resultTokenBudget: 20_000,
      connectSeconds: 5,
      firstByteSeconds: 30,
      callSeconds: 60,
      sandbox: false,
    });
    expect(httpAddress(flags)).toBeUndefined();
    expect(httpAddress(parseServeFlags(["--http"]))).toEqual({ host: "127.0.0.1", port: 8808 });
  });

  it("accept lists with spaces and commas", () => {
    const given = "--methods read,custom delete --tools list_* --deny delete_* --on-429 pass".split(" ");
    expect(parseServeFlags(given)).toMatchObject({
      methods: ["read", "custom", "delete"],
      tools: ["list_*"],
      deny: ["delete_*"],
      on429: "pass",
    });
  });

  it.each([
    [["--stdio", "--http"], "--http and --stdio exclude each other"],
    [["--port", "9"], "--port has no meaning over stdio"],
    [["--allow-host", "x"], "--allow-host has no meaning over stdio"],
    [["--no-stdio"], "Pass --http"],
  ])("%j cannot be combined", (given, want) => {
    expect(() => httpAddress(parseServeFlags(given))).toThrow(want);
  });
});

describe("a command's flags", () => {
  it.each([
    [["--surfce", "full"], 'There is no flag "--surfce". Did you mean --surface?'],
    [["--baseUrl", "x"], "Did you mean --base-url?"],
    [
      ["--surface", "ful"],
      '--surface takes one of curated, full, discover, code, chatgpt, not "ful". Did you mean full?',
    ],
    [["--port", "abc"], '--port takes a whole number from 0 to 65535, not "abc".'],
    [["--port", "1.5"], "--port takes a whole number"],
    [["--port", "0x10"], "--port takes a whole number"],
    [["--port="], "--port needs a value."],
    [["--port"], "--port needs a value."],
    [["--no-port"], "--port needs a value."],
    [["--port", "1", "--port", "2"], "--port is given more than once."],
    [["--call-seconds", "0"], "--call-seconds takes a number from 0.1 to 600"],
    [["--tags"], "--tags needs a value."],
    [["--tags", ","], "--tags needs a value."],
    [["--sandbox=maybe"], "--sandbox takes no value."],
    [["--no-sandbox=1"], "--sandbox takes no value."],
    [["full"], 'There is no place for "full".'],
    [["007"], 'There is no place for "007".'],
  ])("%j are refused with the fix", (given, want) => {
    expect(() => parseServeFlags(given)).toThrow(UsageError);
    expect(() => parseServeFlags(given)).toThrow(want);
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
    expect(accountOf(smallCatalogue, environment, baseUrl)).toEqual({
      baseUrl: want,
      credentials: { FIREHYDRANT_API_KEY: "fhb-1" },
    });
  });

  it.each([
    [{}, undefined, /FIREHYDRANT_API_KEY is not set/],
    [{ FIREHYDRANT_API_KEY: " " }, undefined, /FIREHYDRANT_API_KEY is not set/],
    [{ FIREHYDRANT_API_KEY: "a\nb" }, undefined, /holds a character that can't be sent in a header/],
    [
      { ...key, FIREHYDRANT_REGION: "mars" },
      undefined,
      /FIREHYDRANT_REGION is "mars". Set it to one of us, eu/,
    ],
    [{ ...key, FIREHYDRANT_REGION: "constructor" }, undefined, /one of us, eu/],
    [key, "ftp://x", /--base-url takes an http or https URL/],
    [key, "https://user:secret@x", /--base-url takes/],
    [key, "not a URL", /--base-url takes/],
    [{ ...key, FIREHYDRANT_BASE_URL: "x" }, undefined, /FIREHYDRANT_BASE_URL takes/],
  ])("of %j and --base-url %s is refused", (environment, baseUrl, want) => {
    expect(() => accountOf(smallCatalogue, environment, baseUrl)).toThrow(CommandError);
    expect(() => accountOf(smallCatalogue, environment, baseUrl)).toThrow(want);
  });

  it("needs no key where the API takes none", () => {
    const { auth: _auth, ...api } = smallCatalogue.api;
    expect(accountOf({ ...smallCatalogue, api }, {})).toEqual({
      baseUrl: "https://api.firehydrant.io",
      credentials: {},
    });
  });
});
