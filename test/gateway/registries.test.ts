import { expect, it } from "vitest";
import { createRegistries } from "../../gateway/serve/registries.js";
import { smallApi } from "../fixtures/small-api.js";

const { catalogue } = smallApi();

it("server URLs with the same tools share a registry, and others do not", () => {
  const registries = createRegistries();
  const one = registries(catalogue, { surface: "full", selection: { methods: ["read"] } });
  expect(registries(catalogue, { selection: { methods: ["read"] }, surface: "full" })).toBe(one);
  const others = [
    {},
    { surface: "full" },
    { surface: "full", selection: { methods: ["read", "write"] } },
    { surface: "full", selection: { anyOf: [{ methods: ["read"] }, { tags: ["pages"] }] } },
    { surface: "full", names: "managed", selection: { methods: ["read"] } },
  ] as const;
  const all = [one, ...others.map((view) => registries(catalogue, view))];
  expect(new Set(all).size).toBe(6);
  const elsewhere = { ...catalogue, api: { ...catalogue.api, name: "other" } };
  expect(registries(elsewhere, { surface: "full", selection: { methods: ["read"] } })).not.toBe(one);
});

it("a registry that no server URL used for long is made again", () => {
  const registries = createRegistries();
  const first = registries(catalogue, { surface: "full" });
  for (let count = 1; count <= 100; count += 1)
    registries(catalogue, { selection: { allow: Array.from({ length: count }, () => "get_incident") } });
  expect(registries(catalogue, { surface: "full" })).not.toBe(first);
});
