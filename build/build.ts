import { fileURLToPath } from "node:url";
import { buildProduct } from "./product.js";

await buildProduct(fileURLToPath(new URL("../dist", import.meta.url)));
