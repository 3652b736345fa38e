import { text } from "node:stream/consumers";
import { tasks } from "../../tasks/tasks.js";
import { play } from "./play.js";

/*
 * An agent without a model: it reads the task and does what the task's own script does, or, where it is told so, one of
 * its slips. `MODE` makes it misbehave.
 */
const prompt = await text(process.stdin);
const url = process.env["STANDPIPE_MCP_URL"]!;
const task = tasks.find(({ id }) => id === process.env["STANDPIPE_TASK"])!;

switch (process.env["MODE"]) {
  case "slips":
    console.log(await play(Object.values(task.slips)[0]!, { url, prompt }));
    break;
  case "fails":
    console.error("no model answers");
    process.exit(3);
    break;
  case "hangs":
    setInterval(() => {}, 1000);
    break;
  default:
    console.log("Working on it.", await play(task.solve, { url, prompt }).then((said) => `\n${said}`));
}
