import { afterEach, expect, it } from "vitest";
import { fireStub, page, uuid, type FireStub } from "../kit/fire-stub.js";
import { resultOf } from "../kit/stub.js";

let stub: FireStub;

afterEach(() => stub?.close());

it("refuses a name that two status pages of different kinds have, with kind and id of both", async () => {
  const title = "Shop status";
  stub = await fireStub({
    "GET /v1/nunc_connections": () => ({ data: [{ id: uuid(61), title }] }),
    "GET /v1/integrations/statuspage/connections": (request) =>
      page([{ id: uuid(62), page_name: title }], request),
  });
  const status_pages = [{ id: title, integration_slug: "nunc" }];
  const outcome = await stub.call("update_incident_impact", { incident_id: uuid(1), status_pages });
  const [{ argument, message }] = resultOf(outcome).error.arguments;
  expect(argument).toBe("status_pages[0].id");
  expect(message).toBe(
    `"Shop status" names 2 things in list_hosted_status_pages or list_statuspage_connections: Shop status (page ${uuid(61)}), Shop status (connection ${uuid(62)})`,
  );
  expect(stub.writes()).toEqual([]);
});
