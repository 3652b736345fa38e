import { text } from "node:stream/consumers";
import { tasks } from "../../tasks/tasks.js";
import { play } from "./play.js";

/** An agent without a model: it runs the task's own script or, with `MODE=slips`, its first wrong solution. */
const prompt = await text(process.stdin);
const url = process.env["STANDPIPE_MCP_URL"]!;
const task = tasks.find(({ id }) => id === process.env["STANDPIPE_TASK"])!;
const script = process.env["MODE"] === "slips" ? Object.values(task.slips)[0]! : task.solve;
console.log(await play(script, { url, prompt }));
