import { vi } from "vitest";
import { tryInterleavings } from "./interleavings.js";

/* Many, without a thread for each program. interrupted.test.ts has the engine and threads of the product. */
vi.mock("../../../runtime/programs/threads.js", () => import("../../runtime/programs/engine-here.js"));

/** `make test-built` tries 1,000. */
tryInterleavings(Number(process.env["STANDPIPE_RUNS"] ?? 150));
