import { expect, it } from "@jest/globals";
import { allFiles, read } from "./files.ts";

/** Descriptions of others' APIs, in their own words. */
const FOREIGN = ["local-cloud/github/openapi.json", "package-lock.json", "LICENSE"];

/** Joined from parts, so that this file does not hold what it looks for. */
const any = (...parts: string[]) => parts.join("");
const NOT_OURS: readonly RegExp[] = [
  new RegExp(any("(^|[\\s\"'`(=])/wo", "rk/"), "m"),
  new RegExp(any("\\bDESI", "GN\\.md")),
  new RegExp(any("\\bwork", "place\\b"), "i"),
  new RegExp(any("\\bsub-?", "agents?\\b"), "i"),
  new RegExp(any("\\b(this|another|next) iss", "ue\\b"), "i"),
  new RegExp(any("\\biss", "ue #?\\d"), "i"),
  new RegExp(any("\\bhelper ", "session"), "i"),
  new RegExp(any("(//|\\*|#) ?TO", "DO\\b")),
  /https?:\/\/(?!registry\.npmjs\.org)[\w.-]*(registry|artifactory|nexus|verdaccio)/i,
];

it("every file of the repository speaks only of the product", () => {
  const found = allFiles()
    .filter((path) => !FOREIGN.includes(path) && !/\.(png|jpe?g|gif|webp|zip|gz|zst|tgz|log)$/.test(path))
    .flatMap((path) => {
      const text = read(path);
      return NOT_OURS.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern}`);
    });
  expect(found).toEqual([]);
});
