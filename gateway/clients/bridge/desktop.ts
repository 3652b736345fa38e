import { bridgeStdio } from "./stdio.js";

/* The program of a desktop bundle that was downloaded from the page. The bundle's manifest sets its variables. */

const url = process.env["STANDPIPE_SERVER_URL"];
if (!url) throw new Error("STANDPIPE_SERVER_URL is missing. Download the bundle again, and reinstall it.");
await bridgeStdio(url);
