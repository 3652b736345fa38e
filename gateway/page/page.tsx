import type { App, AppParts } from "../app.js";
export function mountPage(_app: App, _parts: AppParts): void {}
