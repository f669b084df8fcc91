// Writes what is made from the route table: openapi.json, which the stacks read, and the table of roles in the guide.
// `node scripts/run.mjs scripts/write-openapi.mjs`
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasRight } from "../core/identity/authorise.ts";
import { ROLE_NAMES } from "../core/identity/roles.ts";
import { openApiDocument } from "../lambdas/api/openapi/document.ts";
import { ROUTES } from "../lambdas/api/routes.ts";
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

/** The operations with the right each needs, and who has it. */
function table() {
  const rows = ROUTES.map(({ method, path, right }) => [
    `\`${method} ${path}\``,
    `\`${right}\``,
    right === "public" ? "yes" : "no",
    ...ROLE_NAMES.map((role) => (right === "public" || hasRight({ membership: role }, right) ? "yes" : "no")),
  ]);
  const header = ["Operation", "Right", "nobody", ...ROLE_NAMES];
  const widths = header.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  return `${[line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n")}\n`;
}
