import { makeAccount, startTestGateway, type TestGateway } from "./gateway.js";

/*
 * A gateway in its own process, which a test kills: takes a folder, prints its URL, and creates servers endlessly,
 * reporting each acknowledged one.
 */
const on: TestGateway = await startTestGateway({
  folder: process.argv[2]!,
  settings: { baseUrls: ["http://127.0.0.1:9"] },
});
const account = await makeAccount(on, "http://127.0.0.1:9");
console.log(JSON.stringify({ account }));
for (let made = 0; ; made++) {
  const { body } = await on.ask<{ id: string; token: string }>("POST", `/integrated-account/${account}/mcp`, {
    name: `s${made}`,
  });
  console.log(JSON.stringify({ id: body.id, token: body.token }));
  if (made % 3 === 2) {
    await on.ask("DELETE", `/integrated-account/${account}/mcp/${body.id}`);
    console.log(JSON.stringify({ revoked: body.id }));
  }
}
