// Writes the parts of the local cloud's documents that are generated from conformance.json. `npm run
// conformance`
import { readFileSync, writeFileSync } from "node:fs";
import { LISTS_FILE, README_FILE, readServices, renderLists, renderReadme } from "./conformance.ts";

const services = readServices();
writeFileSync(LISTS_FILE, renderLists(services));
writeFileSync(README_FILE, renderReadme(readFileSync(README_FILE, "utf8"), services));
