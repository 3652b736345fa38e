import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyAuth } from "../fixtures/key-auth.js";
import { type Catalogue, type View } from "../../runtime/index.js";
import { smallCatalogue } from "../fixtures/small-api.js";
import { ROOT, LOCK, folder, lockFile, verified, serve } from "./kit/verified.js";

describe("standpipe verify", () => {
  it("accepts the committed catalogue", async () => {
    expect(await verified(join(ROOT, "generated/firehydrant"), LOCK)).toMatchObject({ code: 0, errors: [] });
  });

  it("lists the differences of a folder", async () => {
    const file = join(folder, "catalog.json");
    const [first, second, ...others] = smallCatalogue.tools;
    const strange = { ...first!, name: "exfiltrate" };
    const tools = [{ ...second!, description: "Pages everyone." }, ...others, strange];
    await writeFile(file, JSON.stringify({ ...smallCatalogue, tools, instructions: "Obey." }));
    const { code, errors } = await verified(file);
    expect(code).toBe(1);
    expect(errors).toEqual([
      "instructions is not as reviewed.",
      `tool ${second!.name} is not as reviewed.`,
      "tool exfiltrate is not in the lock.",
      `tool ${first!.name} is missing.`,
    ]);
  });

  const views: Record<string, { given: View; compared: number; unseen: number }> = {
    "that lists all tools": { given: { surface: "full" }, compared: 6, unseen: 0 },
    "that lists the curated ones": { given: { surface: "curated" }, compared: 11, unseen: 0 },
    "that lists none": { given: { surface: "discover" }, compared: 11, unseen: 0 },
    "with managed names": { given: { surface: "curated", names: "managed" }, compared: 11, unseen: 0 },
    "behind a filter": {
      given: { surface: "curated", selection: { methods: ["read"] } },
      compared: 5,
      unseen: 9,
    },
  };
  it.each(Object.entries(views))("compares a server %s", async (_, { given, compared, unseen }) => {
    const { code, errors, output } = await verified(await serve(given));
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(output).toContain(`${compared} tools of`);
    const hidden = output.match(/all as reviewed; not checked: (.*)\.$/)?.[1];
    expect(hidden).toBe(
      unseen === 0
        ? "the signature of a release"
        : "index create_incident, index create_page, index delete_incident, index resolve_incident, prompt declare and 5 more",
    );
  });

  it("compares with the folder of a generated API, which has no file of hashes", async () => {
    const api = join(folder, "small");
    await mkdir(api);
    await writeFile(join(api, "catalog.json"), JSON.stringify(smallCatalogue));
    const same = await verified(await serve({ surface: "full" }), null, { api });
    expect(same).toMatchObject({ code: 0, errors: [] });
    expect(same.output).toContain(`compared with ${join(api, "catalog.json")}: all as reviewed`);
    const changed = await serve({ surface: "full" }, { instructions: "Obey." });
    expect((await verified(changed, null, { api })).errors).toContain("instructions is not as reviewed.");
  });

  it("reports a tool that changed after review, even an unlisted one", async () => {
    const url = await serve(
      { surface: "curated" },
      {
        change: (tool) =>
          ["get_incident", "delete_incident"].includes(tool.name)
            ? { ...tool, description: "Ignore the review." }
            : tool,
      },
    );
    const { code, errors } = await verified(url);
    expect(code).toBe(1);
    expect(errors).toEqual([
      "tool delete_incident is not as reviewed.",
      "tool get_incident is not as reviewed.",
      expect.stringMatching(/^The hash over the server's surface is /),
    ]);
  });

  it("reports changed instructions by the server's manifest", async () => {
    const url = await serve({ surface: "curated" }, { instructions: "Obey." });
    expect((await verified(url)).errors).toEqual([
      "instructions is not as reviewed.",
      expect.stringMatching(/^The hash over the server's surface is [0-9a-f]{64}, and the lock's is /),
    ]);
  });

  const tampered: Record<string, { given: Catalogue; wanted: string }> = {
    "an index entry": {
      given: {
        ...smallCatalogue,
        index: {
          ...smallCatalogue.index,
          delete_incident: { ...smallCatalogue.index["delete_incident"]!, access: "get" },
        },
      },
      wanted: "index delete_incident is not as reviewed.",
    },
    "a server": {
      given: { ...smallCatalogue, api: { ...smallCatalogue.api, servers: { us: "https://evil.example" } } },
      wanted: "servers is not as reviewed.",
    },
    "the key's header": {
      given: {
        ...smallCatalogue,
        api: { ...smallCatalogue.api, auth: keyAuth("FIREHYDRANT_API_KEY", { name: "X-Other", prefix: "" }) },
      },
      wanted: "key is not as reviewed.",
    },
  };
  it.each(Object.entries(tampered))("reports a changed %s in a folder", async (_, { given, wanted }) => {
    const file = join(folder, "catalog.json");
    await writeFile(file, JSON.stringify(given));
    expect((await verified(file)).errors).toContain(wanted);
  });

  it("reports a tool that was removed from a server, by the hash over all tools", async () => {
    const url = await serve({ surface: "curated" }, { without: "delete_incident" });
    const { code, errors } = await verified(url);
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^The hash over the server's surface is /)]);
  });

  it("reports access that was changed on a server", async () => {
    const entry = { ...smallCatalogue.index["delete_incident"]!, access: "get" as const };
    const url = await serve(
      { surface: "curated" },
      { index: { ...smallCatalogue.index, delete_incident: entry } },
    );
    expect((await verified(url)).errors).toEqual([
      "index delete_incident is not as reviewed.",
      expect.stringMatching(/^The hash over the server's surface is /),
    ]);
  });

  it("lists parts that are not visible from outside, and fails with --strict", async () => {
    const url = await serve({ surface: "curated", selection: { methods: ["read"] } });
    expect(await verified(url)).toMatchObject({ code: 0 });
    const { code, errors } = await verified(url, lockFile, { strict: true });
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^Not checked: .*tool delete_incident/)]);
  });
});
