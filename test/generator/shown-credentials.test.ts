import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { authLines, type Catalogue } from "../../runtime/index.js";
import { documentOf, generated } from "./kit/credentials.js";

const key = (name: string) => ({ type: "apiKey", in: "header", name });

async function shown(document: Record<string, unknown>, settings?: string) {
  const { folder } = await generated(document, { bundle: false, settings });
  const { api } = JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")) as Catalogue;
  const page = await readFile(join(folder, "AUTH.md"), "utf8");
  return { api, page, lines: api.auth ? authLines(api.auth).join("\n") : "" };
}

describe("AUTH.md, the help and a first start", () => {
  it("say that a version which is declared like a key is not a secret", async () => {
    const schemes = { clientId: key("ACME-CLIENT-ID"), acmeVersion: key("Acme-Version") };
    const { page, lines } = await shown(
      documentOf(schemes, { security: [{ clientId: [], acmeVersion: [] }] }),
    );
    for (const text of [page, lines]) {
      expect(text).toContain("Acme-Version: <version>");
      expect(text).toMatch(/ACME_VERSION`?(:| \|) a version of the API, which is not a secret/);
      expect(text).toContain("ACME-CLIENT-ID: <key>");
    }
  });

  it("leave out a scheme that no operation uses, unless the settings name it", async () => {
    const post = {
      operationId: "makePet",
      security: [{ writer: [] }],
      responses: { 200: { description: "ok" } },
    };
    const paths = { "/pets": { get: { ...post, operationId: "listPets", security: undefined }, post } };
    const schemes = { reader: key("X-Key"), writer: key("X-Write-Key"), legacy: key("X-Legacy-Key") };
    const document = documentOf(schemes, { security: [{ reader: [] }], paths });
    const { page, lines, api } = await shown(document);
    expect(Object.keys(api.auth!.schemes)).toEqual(["reader", "writer"]);
    expect(page + lines).not.toMatch(/legacy/i);
    const named = await shown(document, "auth:\n  legacy: header:X-Legacy-Key\n");
    expect(named.page).toContain("ACME_LEGACY");
  });

  it("show where to get a key with its angle brackets, and without its HTML", async () => {
    const about = "Send `Token <key>` or Token token=<API_KEY>, ``<b>`` or `<i>`` | of the page.";
    const settings = `auth:\n  one:\n    in: header\n    name: X-One\n    about: ${JSON.stringify(about)}\n`;
    const { page } = await shown(documentOf({ one: key("X-One") }), settings);
    expect(page).toContain("Send `Token <key>` or Token token=&lt;API_KEY&gt;,");
    expect(page).not.toMatch(/<[bi]>/);
  });

  it("name all schemes where the document does not say which an operation uses", async () => {
    const { page } = await shown(documentOf({ one: key("X-One"), other: key("X-Other") }));
    expect(page).toContain("X-One");
    expect(page).toContain("X-Other");
  });
});
