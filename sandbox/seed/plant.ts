import type { World } from "../world.js";
export function plant(world: World): void {}
