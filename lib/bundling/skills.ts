import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { SKILLS_FILE, SKILLS_FOLDER } from "#deployment/function-row.ts";
import { programOptions } from "./options.ts";

/** Writes the index of all skills of a repository, with their modules, as one module: `<out>/index.mjs`. */
export async function writeSkills(root: string, out: string): Promise<void> {
  const entries = await readdir(join(root, SKILLS_FOLDER), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const { banner: _, outExtension: __, sourcemap: ___, ...options } = programOptions(root);
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: indexOf(names.sort()), resolveDir: root, sourcefile: "skills.js" },
    loader: { ".md": "text" },
  });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, SKILLS_FILE), outputFiles[0]?.contents ?? "");
}

function indexOf(names: readonly string[]): string {
  const file = (name: string, path: string) => JSON.stringify(`./${SKILLS_FOLDER}/${name}/${path}`);
  return [
    ...names.flatMap((name, at) => [
      `import * as module${at} from ${file(name, "execute.ts")};`,
      `import document${at} from ${file(name, "SKILL.md")};`,
    ]),
    `export default [${names.map((name, at) => `{ folder: ${JSON.stringify(name)}, document: document${at}, module: module${at} }`).join(", ")}];`,
  ].join("\n");
}
