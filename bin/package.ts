// Writes `dist/`, the content of the npm package: the command as one file, and the product as plain
// JavaScript. `npm pack` runs this program.
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundleCommand } from "#lib/bundling/command.ts";
import { writeProduct } from "#lib/bundling/product.ts";

const root = join(import.meta.dirname, "..");
const out = resolve(root, process.argv[2] ?? "dist");
await rm(out, { recursive: true, force: true });
await writeProduct(root, out);
await bundleCommand(root, join(out, "cli"));
