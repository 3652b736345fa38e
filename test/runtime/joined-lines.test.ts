import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { joinLines } from "../../runtime/transport/joined-lines.js";

function opened() {
  const output = new PassThrough();
  const chunks: string[] = [];
  output.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  return { output, chunks, lines: joinLines(output) };
}

test("messages of one turn are one write, in their order", async () => {
  const { output, chunks, lines } = opened();
  for (const id of [1, 2, 3]) lines.write({ id });
  await nextTurn();
  lines.write({ id: 4 });
  await nextTurn();
  output.end();
  await once(output, "close");
  expect(chunks).toEqual(['{"id":1}\n{"id":2}\n{"id":3}\n', '{"id":4}\n']);
});

test("a flush writes at once, so that what follows it comes later", async () => {
  const { output, chunks, lines } = opened();
  lines.write({ id: 1 });
  lines.flush();
  output.write("next\n");
  lines.write({ id: 2 });
  await nextTurn();
  output.end();
  await once(output, "close");
  expect(chunks.join("")).toBe('{"id":1}\nnext\n{"id":2}\n');
});
