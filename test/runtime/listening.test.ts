import { createServer, type ServerResponse } from "node:http";
import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { listen } from "../../runtime/index.js";

it("a server ends with its last running request, and waits for no connection that sent nothing", async () => {
  const running: ServerResponse[] = [];
  const server = createServer((_request, response) => void running.push(response));
  const { origin, drain } = await listen(server, "127.0.0.1", 0, () => {});
  const silent = connect(Number(new URL(origin).port), "127.0.0.1");
  await Promise.all([once(silent, "connect"), once(server, "connection")]);
  const answer = fetch(origin).then(async (response) => response.text());
  await once(server, "request");
  const drained = drain(100_000);
  await once(silent, "close");
  running[0]!.end("finished");
  expect(await answer).toBe("finished");
  await drained;
});

it("errors of a response and of a connection are reported, and stop nothing", async () => {
  const reported: Error[] = [];
  const server = createServer((_request, response) => {
    response.end("first");
    response.write("after the end");
  });
  const { origin, drain } = await listen(server, "127.0.0.1", 0, (error) => reported.push(error));
  expect(await (await fetch(origin)).text()).toBe("first");
  server.emit("error", new Error("accept failed"));
  expect(reported.map(({ message }) => message)).toEqual(["write after end", "accept failed"]);
  expect(await (await fetch(origin)).text()).toBe("first");
  await drain(1_000);
});
