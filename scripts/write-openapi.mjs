// Writes openapi.json, which the stacks read, from the route table: `node scripts/run.mjs scripts/write-openapi.mjs`
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openApiDocument } from "../lambdas/api/openapi.ts";
import { ROUTES } from "../lambdas/api/routes.ts";
import { root } from "./setup.mjs";

const file = join(root, "openapi.json");
writeFileSync(file, `${JSON.stringify(openApiDocument(ROUTES), null, 2)}\n`);
const biome = join(root, "node_modules/.bin/biome");
const { status } = spawnSync(biome, ["format", "--write", file], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
