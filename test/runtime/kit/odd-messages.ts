/* Messages as clients in other languages write them, and texts that are not messages. Every transport takes or refuses them alike. */

export const greeting = (protocolVersion: string, more: object = {}) => ({
  jsonrpc: "2.0",
  id: 0,
  method: "initialize",
  params: { protocolVersion, capabilities: {}, clientInfo: { name: "test", version: "1" }, ...more },
});
export const call = (id: unknown, params: unknown) => ({ jsonrpc: "2.0", id, method: "tools/call", params });
export const get = { name: "get_incident", arguments: { incident_id: "7" } };

/** What is refused, and how. */
export const refused: Record<string, { given: string | object; id: unknown; code: number; says: string }> = {
  "a line that is not JSON": { given: "hello", id: null, code: -32700, says: "not JSON" },
  "a number": { given: "5", id: null, code: -32600, says: "must be a JSON object" },
  "another protocol": { given: { id: 3, method: "ping" }, id: 3, code: -32600, says: "jsonrpc" },
  "no method": { given: { jsonrpc: "2.0", id: 3 }, id: 3, code: -32600, says: "method must be a string" },
  "an id with a fraction": { given: call(1.5, get), id: 1.5, code: -32600, says: "id must be" },
  "null as an id": { given: call(null, get), id: null, code: -32600, says: "id must be" },
  "an object as an id": { given: call({ a: 1 }, get), id: null, code: -32600, says: "id must be" },
  "a list of params": { given: call(3, [1]), id: 3, code: -32602, says: "params must be an object" },
  "a list of arguments": {
    given: call(3, { name: "get_incident", arguments: [1] }),
    id: 3,
    code: -32602,
    says: "params.arguments must be an object",
  },
  "a number as a name": {
    given: call(3, { name: 5 }),
    id: 3,
    code: -32602,
    says: "params.name must be a string",
  },
  "no name": { given: call(3, {}), id: 3, code: -32602, says: "name" },
  "a number as a cursor": {
    given: { jsonrpc: "2.0", id: 3, method: "tools/list", params: { cursor: 5 } },
    id: 3,
    code: -32602,
    says: "params.cursor must be a string",
  },
  "a list as a progress token": {
    given: call(3, { ...get, _meta: { progressToken: [] } }),
    id: 3,
    code: -32602,
    says: "progressToken",
  },
  "a member that JSON-RPC does not define": {
    given: { ...call(3, get), extra: true },
    id: 3,
    code: -32600,
    says: "members that JSON-RPC does not define",
  },
  "a batch in a revision without": { given: [call(3, get)], id: 3, code: -32600, says: "2025-03-26" },
};

/** What is taken, with null where nothing is meant. */
export const taken: Record<string, object> = {
  "a cursor": { jsonrpc: "2.0", id: 1, method: "tools/list", params: { cursor: null } },
  "all params": { jsonrpc: "2.0", id: 1, method: "tools/list", params: null },
  _meta: call(1, { ...get, _meta: null }),
  arguments: call(1, { name: "list_incidents", arguments: null }),
};

/** Members of a greeting that may be missing or null. */
export const introductions = [
  { clientInfo: undefined },
  { clientInfo: null, capabilities: null },
  { _meta: null },
];
