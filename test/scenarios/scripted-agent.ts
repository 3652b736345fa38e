import { text } from "node:stream/consumers";
import { scenarios } from "../../scenarios/scenarios.js";
import { play } from "./play.js";

/** An agent without a model: it runs the scenario's own script or, with `MODE=slips`, its first wrong solution. */
const prompt = await text(process.stdin);
const url = process.env["STANDPIPE_MCP_URL"]!;
const scenario = scenarios.find(({ id }) => id === process.env["STANDPIPE_SCENARIO"])!;
const script = process.env["MODE"] === "slips" ? Object.values(scenario.slips)[0]! : scenario.solve;
console.log(await play(script, { url, prompt }));
