import { build, type Metafile, type OutputFile } from "esbuild";
import { credentials } from "./credentials.ts";
import { programOptions } from "./options.ts";

/** Packages that cannot be bundled are copied beside the function that uses them; the third one nobody installs. */
const NOT_BUNDLED = ["playwright-core", "@sparticuz/chromium", "iconv-lite"];

export interface Program {
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  /** What it is made of: bytes in the bundle by source file, from the root. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** Bundles modules of a repository, given by their names and paths. Throws esbuild's words about what is wrong. */
export async function buildPrograms<N extends string>(
  root: string,
  entries: Readonly<Record<N, string>>,
): Promise<Readonly<Record<N, Program>>> {
  const options = programOptions(root);
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: entries,
    external: NOT_BUNDLED,
    plugins: [...options.plugins, credentials],
  });
  const programs = Object.keys(entries).map((name) => [name, programOf(name, outputFiles, metafile)]);
  return Object.fromEntries(programs);
}

function programOf(name: string, files: readonly OutputFile[], { outputs }: Metafile): Program {
  const bytesOf = (suffix: string) => {
    const file = files.find(({ path }) => path.endsWith(`/bundles/${name}${suffix}`));
    if (file === undefined) throw new TypeError(`esbuild gave no ${name}${suffix}`);
    return file.contents;
  };
  const inputs = outputs[`bundles/${name}.mjs`]?.inputs ?? {};
  return {
    code: bytesOf(".mjs"),
    map: bytesOf(".mjs.map"),
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]),
    ),
  };
}
