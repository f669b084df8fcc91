// Writes the files that are generated from the route table: openapi.json, which the stacks read, the types of the SDK,
// and the table of roles in the guide. `node scripts/run.mjs scripts/write-openapi.mjs`
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openApiDocument } from "../lambdas/api/openapi/document.ts";
import { ROUTES } from "../lambdas/api/routes.ts";
import { rightsTable } from "./rights-table.ts";
import { apiModule } from "./sdk/api-module.ts";
import { root } from "./setup.mjs";

const document = openApiDocument(ROUTES);
const files = [join(root, "openapi.json"), join(root, "sdk/typescript/api.ts")];
writeFileSync(files[0], JSON.stringify(document, null, 2));
writeFileSync(files[1], apiModule(JSON.parse(JSON.stringify(document))));
const biome = join(root, "node_modules/.bin/biome");
const { status } = spawnSync(biome, ["format", "--write", ...files], { cwd: root, stdio: "inherit" });

const guide = join(root, "docs/guides/roles.md");
const marks = /(<!-- operations -->\n).*(\n<!-- end -->)/s;
writeFileSync(
  guide,
  readFileSync(guide, "utf8").replace(marks, (_, start, end) => `${start}\n${table()}${end}`),
);
process.exit(status ?? 1);

/** {@link rightsTable} in Markdown. */
function table() {
  const [header, ...rows] = rightsTable(ROUTES);
  const widths = header.map((_, i) => Math.max(...[header, ...rows].map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  return `${[line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n")}\n`;
}
