import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { imageSize } from "image-size";
import { siteType } from "#core/web/site.ts";

const PUBLIC = join(import.meta.dirname, "../../web/public");
const manifest = JSON.parse(readFileSync(join(PUBLIC, "site.webmanifest"), "utf8")) as {
  icons: { src: string; type: string; sizes: string }[];
};

it.each(manifest.icons)("has the icon $src as it says", ({ src, type, sizes }) => {
  expect(siteType(src)).toBe(type);
  if (sizes === "any") return expect(existsSync(join(PUBLIC, src))).toBe(true);
  const { width, height } = imageSize(readFileSync(join(PUBLIC, src)));
  expect(`${width}x${height}`).toBe(sizes);
});

it("has the sizes that browsers ask for before they install a page", () => {
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
});
