import { join } from "node:path";

/** Where `npm start` unpacks its browser too: once for this checkout. */
export const BROWSER_FOLDER = join(import.meta.dirname, "../../node_modules/.cache/chromium");
