import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { PAGES, ROOT, read } from "./files.ts";

/** Prose only: what stands in a code block is no link. */
const prose = (page: string) => read(page).replace(/```[\s\S]*?```/g, "");

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const anchorsOf = (page: string) =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

function brokenLinks(page: string): string[] {
  const targets = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
}

/** `core/factory/steps/{admit,slots}.ts` names two files. */
function expanded(path: string): string[] {
  const [whole, before, names, after] = /^(.*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  if (whole === undefined) return [path];
  return names!.split(",").map((name) => `${before}${name}${after}`);
}

function missingPaths(page: string): string[] {
  const tops =
    "core|adapters|lambdas|local|local-cloud|builder-image|cli|test|scripts|statemachines|docs|bench";
  const named = [...prose(page).matchAll(new RegExp(`\`((?:${tops})/[^\`\\s<*]*)\``, "g"))];
  return named.flatMap(([, path]) => expanded(path!)).filter((path) => !existsSync(join(ROOT, path)));
}

it("the documentation has pages", () => {
  expect(PAGES).toEqual(
    expect.arrayContaining(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md"]),
  );
});

describe.each(PAGES)("%s", (page) => {
  it("has no broken link", () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it("names only existing files", () => {
    expect(missingPaths(page)).toEqual([]);
  });
});
