import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { openExchange } from "../../runtime/transport/exchange.js";

it("a message for an exchange that has ended is dropped, and is not an error of its response", async () => {
  const errors: Error[] = [];
  const server = createServer((_request, response) => {
    response.on("error", (error) => errors.push(error));
    const exchange = openExchange(response, true);
    exchange.notify({ in: "time" });
    exchange.end({ the: "answer" });
    exchange.notify({ too: "late" });
    exchange.end({ too: "late" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const text = await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(text).toContain('data: {"the":"answer"}');
  expect(text).not.toContain("late");
  expect(errors).toEqual([]);
});
