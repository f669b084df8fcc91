import { existsSync } from "node:fs";
import { cp, glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { DOCUMENTATION_PAGES } from "#core/factory/documentation/pages.ts";

/**
 * The sources of the service and its builder; without the stacks, the tests and the sources of the command.
 */
const SOURCES = [
  "core",
  "deployment",
  "adapters",
  "lambdas",
  "builder-image",
  "local",
  "local-cloud",
  "skills",
] as const;
const FILES = ["policy.yaml", "openapi.json", "statemachines", "web/dist", "lib/edge"] as const;
/** The files of generated apps are data, whatever their suffix. */
const DATA = /^(local\/brain\/blueprints|core\/factory\/generate)\/.*\/files\//;

/**
 * Writes the product as plain JavaScript, one file for each source file in the same tree, with all files that
 * it reads, because Node refuses TypeScript in installed packages.
 */
export async function writeProduct(root: string, out: string): Promise<void> {
  const files = await filesOf(root);
  const isSource = (path: string) => path.endsWith(".ts") && !DATA.test(path);
  await build({
    absWorkingDir: root,
    entryPoints: files.filter((path) => isSource(path) && !path.endsWith(".d.ts")),
    outbase: root,
    outdir: out,
    format: "esm",
    platform: "node",
    target: "node24",
    logLevel: "error",
    plugins: [asJavaScript(root)],
  });
  for (const path of files.filter((file) => !isSource(file))) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await cp(join(root, path), join(out, path));
  }
  await writeFile(join(out, "package.json"), await manifest(root));
}

/** Returns paths relative to the root. */
async function filesOf(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of glob(
    [
      ...SOURCES.map((folder) => `${folder}/**`),
      ...FILES,
      ...FILES.map((folder) => `${folder}/**`),
      ...DOCUMENTATION_PAGES,
    ],
    { cwd: root, withFileTypes: true },
  ))
    if (entry.isFile()) found.push(relative(root, join(entry.parentPath, entry.name)));
  return found.sort();
}

/** Returns the product's own package.json with the `imports` map of its modules. */
async function manifest(root: string): Promise<string> {
  const { name, version, imports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const shipped = Object.entries(imports as Record<string, string>).filter(([, target]) =>
    [...SOURCES, "statemachines"].some((folder) => target.startsWith(`./${folder}/`)),
  );
  return `${JSON.stringify({ name, version, private: true, type: "module", imports: Object.fromEntries(shipped) }, null, 2)}\n`;
}

const LITERAL = /(["'`])([#./\w-]+)\.ts\1/g;

/**
 * Replaces the names of source files by the names of the written files: in imports, and where a program is
 * started by its path.
 */
function asJavaScript(root: string): Plugin {
  return {
    name: "as-javascript",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const named = (name: string) => {
          if (name.startsWith("#")) return true; // An alias of the `imports` map always refers to a file of the product.
          return existsSync(join(name.startsWith(".") ? dirname(path) : root, `${name}.ts`));
        };
        const source = await readFile(path, "utf8");
        const contents = source.replace(LITERAL, (literal, quote: string, name: string) =>
          named(name) ? `${quote}${name}.js${quote}` : literal,
        );
        return { contents, loader: "ts" };
      });
    },
  };
}
