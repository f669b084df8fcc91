import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const SPECIFIER =
  /(?:\bimport\s*(?:[\w*{}\s,$]+?\s*from\s*)?|\bexport\s*[\w*{}\s,$]+?\s*from\s*|\bimport\s*\(\s*|\brequire\s*\(\s*)(["'])([^"'\n]+)\1/g;
const CODE = /\.[cm]?[jt]sx?$/;
const BUNDLED = [
  ".ts",
  ".tsx",
  ".js",
  ".jsx",
  ".mjs",
  ".css",
  ".json",
  "/index.ts",
  "/index.tsx",
  "/index.js",
];

/** Every module specifier in the draft's code, with the importing file. */
export function importsOf(files: readonly SourceFile[]): { importer: string; specifier: string }[] {
  return files
    .filter(({ path, encoding }) => CODE.test(path) && encoding !== "base64")
    .flatMap(({ path, content }) =>
      [...content.matchAll(SPECIFIER)].map(([, , specifier = ""]) => ({ importer: path, specifier })),
    );
}

/** The path of a relative specifier, whether or not it exists; null when it is outside the workspace. */
export function targetPath(importer: string, specifier: string): string | null {
  const parts = importer.split("/").slice(0, -1);
  for (const part of specifier.replace(/[?#].*$/, "").split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The path of the file that a relative specifier resolves to; undefined if none. Only bundlers add extensions. */
export function resolveImport(
  files: readonly SourceFile[],
  imports: Stack["imports"],
  importer: string,
  specifier: string,
): string | undefined {
  const target = targetPath(importer, specifier);
  if (target === null) return undefined;
  const tries =
    imports === "bundled"
      ? [
          target,
          ...BUNDLED.map((end) => target + end),
          target.replace(/\.jsx?$/, ".ts"),
          target.replace(/\.jsx?$/, ".tsx"),
        ]
      : [target];
  return tries.find((path) => files.some((file) => file.path === path));
}

/** The relative specifier from one file to another. */
export function specifierTo(importer: string, path: string): string {
  const from = importer.split("/").slice(0, -1);
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = "../".repeat(from.length - shared);
  return `${up === "" ? "./" : up}${to.slice(shared).join("/")}`;
}
