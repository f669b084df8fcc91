import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadLibrary } from "#adapters/files/library.ts";
import { generateApp } from "#core/factory/generate/generate.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const LIBRARY = await loadLibrary(
  join(import.meta.dirname, "../../../../core/factory/generate/static/files"),
);

export function generate(specification: Specification): Manifest {
  const plan = {
    title: specification.name,
    project_name: "my-app",
    summary: "An app.",
    stack: "static" as const,
  };
  return generateApp({ ...plan, specification }, LIBRARY);
}

/** Writes the files to a new folder, calls `use` with it, and removes it. */
export async function withFolder<T>(
  files: readonly SourceFile[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "app-"));
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the tests of an app with Node's runner. Returns how many passed, and the output. */
export function runTests(folder: string): Promise<{ passed: number; failed: number; output: string }> {
  return new Promise((resolve) => {
    const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...env } = process.env;
    execFile(
      process.execPath,
      ["--test"],
      { cwd: folder, env, maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => {
        const count = (name: string) =>
          Number(new RegExp(`^(?:#|ℹ) ${name} (\\d+)`, "m").exec(stdout)?.[1] ?? -1);
        resolve({ passed: count("pass"), failed: count("fail"), output: stdout + stderr });
      },
    );
  });
}
