import { tryInterleavings } from "./interleavings.js";

/* Few, with the engine and threads that the product has. interleavings.test.ts tries many. */
tryInterleavings(10);
