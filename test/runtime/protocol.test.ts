import * as sdk from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { askingResult } from "../../runtime/mcp/asking.js";
import { pageError, pageResult } from "../../runtime/mcp/pages.js";
import { errorCodes, legacyRevisions, metaKeys, resourceNotFound } from "../../runtime/mcp/protocol.js";

describe("what a call needs of MCP without the SDK", () => {
  it("has the revisions, the names in _meta and the error codes of the SDK", () => {
    expect(legacyRevisions).toEqual(sdk.SUPPORTED_PROTOCOL_VERSIONS);
    expect(metaKeys).toEqual({
      clientCapabilities: sdk.CLIENT_CAPABILITIES_META_KEY,
      clientInfo: sdk.CLIENT_INFO_META_KEY,
      protocolVersion: sdk.PROTOCOL_VERSION_META_KEY,
      serverInfo: sdk.SERVER_INFO_META_KEY,
    });
    const { MethodNotFound, InvalidParams, InternalError, UrlElicitationRequired } = sdk.ProtocolErrorCode;
    expect(errorCodes).toEqual({
      methodNotFound: MethodNotFound,
      invalidParams: InvalidParams,
      internal: InternalError,
      pageRequired: UrlElicitationRequired,
    });
  });

  it("answers an unknown resource as the SDK does", () => {
    const { code, message, data } = new sdk.ResourceNotFoundError("a://b");
    expect(resourceNotFound("a://b")).toMatchObject({ code, message, data });
  });

  it("asks a person as the SDK does", () => {
    const requestedSchema = {
      type: "object" as const,
      properties: { approve: { type: "boolean" as const, title: "Approve" } },
      required: ["approve"],
    };
    const asked = sdk.inputRequired({
      inputRequests: { approval: sdk.inputRequired.elicit({ message: "Resolve?", requestedSchema }) },
      requestState: "state",
    });
    expect(askingResult({ message: "Resolve?", label: "Approve", state: "state" })).toEqual(asked);
  });

  it("asks a person to open a page as the SDK does", () => {
    const page = { message: "Deposit your key.", url: "https://a.example/own-keys", id: "page-1" };
    const { message, url, id } = page;
    const asked = sdk.inputRequired({
      inputRequests: { page: sdk.inputRequired.elicitUrl({ message, url }) },
      requestState: id,
    });
    expect(pageResult(page)).toEqual(asked);
    const params = { mode: "url" as const, message, url, elicitationId: id };
    const { code, data } = new sdk.UrlElicitationRequiredError([params]);
    expect(pageError(page)).toMatchObject({ code, data });
  });
});
