// Writes the files that are generated from the route table: openapi.json, which the stacks read, and the
// table of roles in the guide. `node scripts/run.mjs scripts/write-openapi.mjs`
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openApiDocument } from "../lambdas/api/openapi/document.ts";
import { ROUTES } from "../lambdas/api/routes.ts";
import { rightsTable } from "./rights-table.ts";
import { root } from "./setup.mjs";

const file = join(root, "openapi.json");
writeFileSync(file, `${JSON.stringify(openApiDocument(ROUTES), null, 2)}\n`);
const biome = join(root, "node_modules/.bin/biome");
const { status } = spawnSync(biome, ["format", "--write", file], { cwd: root, stdio: "inherit" });

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
