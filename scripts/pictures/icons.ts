/**
 * Draws the icons of the web client from web/public/favicon.svg: for home screens and installed apps, which take no SVG.
 *
 *     node scripts/run.mjs scripts/pictures/icons.ts
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "#adapters/browser/launch.ts";
import { BROWSER_FOLDER } from "#test/support/browser.ts";
import { convert } from "./convert.ts";

const PUBLIC = join(import.meta.dirname, "../../web/public");
/** Systems cut a maskable icon and one for a home screen into their own shape, so that those fill the square. */
const ICONS = [
  { name: "192", size: 192, square: false },
  { name: "512", size: 512, square: false },
  { name: "maskable-512", size: 512, square: true },
  { name: "apple-180", size: 180, square: true },
] as const;

const drawing = await readFile(join(PUBLIC, "favicon.svg"), "utf8");
await mkdir(join(PUBLIC, "icons"), { recursive: true });
const chrome = await launch({ origin: "http://127.0.0.1", folder: BROWSER_FOLDER });
try {
  const studio = await chrome.context.newPage();
  for (const { name, size, square } of ICONS) {
    const sized = drawing.replace("<svg ", `<svg width="${size}" height="${size}" `);
    const svg = square ? sized.replace(' rx="8"', "") : sized;
    const png = await convert(studio, Buffer.from(svg), "image/svg+xml", "image/png");
    await writeFile(join(PUBLIC, `icons/${name}.png`), png);
    console.log(`${name}.png: ${png.length} bytes`);
  }
} finally {
  await chrome.kill();
}
