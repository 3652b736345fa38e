import { Agent } from "undici";
import { fork } from "node:child_process";
import { z } from "zod";
import { createCaller } from "./runtime/call.js";
import { createUpstream } from "./runtime/upstream/upstream.js";
import { readTool } from "./test/pipeline/stub.js";
const size = process.argv[2] ?? "small";
const child = fork("./_stub.mjs", [size], {execArgv: []});
const port: number = await new Promise(r => child.once("message", (m:any)=>r(m)));
const baseUrl = `http://127.0.0.1:${port}`;
const upstream = createUpstream({ title: "Acme", key:{placement:{in:"header",name:"Authorization",prefix:"Bearer "},value:"fhb-123"}, pacing: { limit: 1e5, windowMs: 50 } });
const caller = createCaller({ baseUrl, upstream });
const tool = readTool({ thing: z.string(), limit: z.int().optional(), cursor: z.string().optional() }, {view:["id","number","name","severity","services.name"]}, { query: { thing: {} }, ...(size==="small"?{}:{page:{style:"page",page:"page",size:"per_page",most:200}}) });
const agent = new Agent();
const direct = async () => { const r = await agent.request({ origin: baseUrl, path: "/things?thing=x", method: "GET", headers:{accept:"application/json"} }); return JSON.parse(await r.body.text()); };
const signal = new AbortController().signal;
const piped = () => caller.call(tool, { thing: "x" }, { signal });
async function run(f: () => Promise<unknown>, n: number) { const t: number[] = []; for (let i = 0; i < n; i++) { const s = performance.now(); await f(); t.push(performance.now() - s); } t.sort((a, b) => a - b); return [t[n >> 1]!, t[Math.floor(n * 0.99)]!]; }
const n = size==="small"?3000:60;
await run(direct, n); await run(piped, n);
for (let i = 0; i < 3; i++) { const d = await run(direct, n), p = await run(piped, n); console.log("direct p50/p99", d.map(x=>x.toFixed(3)).join("/"), "piped", p.map(x=>x.toFixed(3)).join("/"), "+", (p[0]! - d[0]!).toFixed(3)); }
if (size==="small" && process.argv[3]) { for (let k=0;k<5;k++){ for (let i=0;i<20000;i++) await piped(); (globalThis as any).gc?.(); console.log(k, (process.memoryUsage().heapUsed/1e6).toFixed(1), (process.memoryUsage().rss/1e6).toFixed(0)); } }
child.kill(); await caller.close(); await agent.close();
