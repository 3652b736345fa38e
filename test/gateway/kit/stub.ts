import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { testAdminToken, type TestGateway } from "./gateway.js";

/** The API of a test file. */
export let stub: ApiStub;

/** Starts the API's stub for a test file, and ends the spies of each test. */
export function useStub(): void {
  beforeAll(async () => void (stub = await startApiStub()));
  afterAll(() => stub.close());
  afterEach(() => void vi.restoreAllMocks());
}

/** Lets the commands of this process call a gateway. Returns the list of what they print from now on. */
export function commandsCall(on: TestGateway): string[] {
  process.env["STANDPIPE_URL"] = on.url;
  process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((text) => void printed.push(String(text)));
  return printed;
}
