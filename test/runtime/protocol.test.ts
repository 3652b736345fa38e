import * as sdk from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { askingResult } from "../../runtime/mcp/asking.js";
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
    const { MethodNotFound, InvalidParams, InternalError } = sdk.ProtocolErrorCode;
    expect(errorCodes).toEqual({
      methodNotFound: MethodNotFound,
      invalidParams: InvalidParams,
      internal: InternalError,
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
});
