import { build, type Metafile, type OutputFile, type Plugin } from "esbuild";
import { programOptions } from "./options.ts";

export interface Program {
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  /** Bytes in the bundle by source file, relative to the root. */
  readonly inputs: Readonly<Record<string, number>>;
}

interface Extras {
  /** Packages that are not bundled and that the program loads at run time. */
  readonly external?: readonly string[];
  readonly plugins?: readonly Plugin[];
}

/** Bundles modules of a repository, given by their names and paths. Throws with esbuild's messages. */
export async function buildPrograms<N extends string>(
  root: string,
  entries: Readonly<Record<N, string>>,
  { external = [], plugins = [] }: Extras = {},
): Promise<Readonly<Record<N, Program>>> {
  const options = programOptions(root);
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: entries,
    external: [...external],
    plugins: [...options.plugins, ...plugins],
  });
  const programs = Object.keys(entries).map((name) => [name, programOf(name, outputFiles, metafile)]);
  return Object.fromEntries(programs) as Record<N, Program>;
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
