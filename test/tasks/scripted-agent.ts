import { text } from "node:stream/consumers";
import { tasks } from "../../tasks/tasks.js";
import { play } from "./play.js";

/** An agent without a model: it does what the task's own script does or, with `MODE=slips`, the first of its slips. */
const prompt = await text(process.stdin);
const url = process.env["STANDPIPE_MCP_URL"]!;
const task = tasks.find(({ id }) => id === process.env["STANDPIPE_TASK"])!;
const script = process.env["MODE"] === "slips" ? Object.values(task.slips)[0]! : task.solve;
console.log(await play(script, { url, prompt }));
