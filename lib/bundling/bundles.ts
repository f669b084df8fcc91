import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { CLIENT_FOLDER } from "#core/web/site.ts";
import { DOCUMENTATION_FOLDER, POLICY_FILE, POLICY_SOURCE, SKILLS_FOLDER } from "#deployment/function-row.ts";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import { BUNDLED, PROGRAMS, type ProgramName } from "#deployment/programs.ts";
import { buildPrograms, type Program } from "#lib/bundling/build.ts";
import { copyPackageFiles, copyPackages } from "#lib/bundling/copied.ts";
import { credentials } from "#lib/bundling/credentials.ts";
import { copyDocumentation } from "#lib/bundling/documentation.ts";
import { policyJson } from "#lib/bundling/policy.ts";
import { writeSkills } from "#lib/bundling/skills.ts";

/** The deployed folder of each function; the handler is `index.handler`. */
export type Bundles = Readonly<Record<FunctionName, string>>;

/**
 * The first two are copied beside the function that uses them; the last is an optional feature of npm that is
 * not used.
 */
const EXTERNAL = ["playwright-core", "@sparticuz/chromium", "iconv-lite"];

/** All bundles by name: the functions, and the programs that they start. */
export type Programs = Readonly<Record<FunctionName | ProgramName, Program>>;

const NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
const PROGRAM_NAMES = Object.keys(PROGRAMS) as readonly ProgramName[];

/**
 * Bundles every function of the repository at `root` into `<out>/<function>`, with the programs it starts,
 * and their source maps into `<out>/maps`. The same sources result in the same bytes, in whatever folder they
 * are.
 */
export async function bundleFunctions(root: string, out: string): Promise<Bundles> {
  return writeFunctions(await buildFunctions(root), root, out);
}

/** Bundles the functions and the programs that they start, in memory. */
export function buildFunctions(root: string): Promise<Programs> {
  const entries = Object.fromEntries(Object.entries(BUNDLED).map(([name, { entry }]) => [name, entry]));
  return buildPrograms(root, entries as Record<keyof Programs, string>, {
    external: EXTERNAL,
    plugins: [credentials],
  });
}

/** Writes the folders that are deployed. */
export async function writeFunctions(programs: Programs, root: string, out: string): Promise<Bundles> {
  await rm(join(out, "maps"), { recursive: true, force: true });
  await mkdir(join(out, "maps"), { recursive: true });
  await Promise.all(NAMES.map((name) => writeFunction(name, programs[name], root, out)));
  await Promise.all(PROGRAM_NAMES.map((name) => writeProgram(name, programs[name], out)));
  return Object.fromEntries(NAMES.map((name) => [name, join(out, name)])) as Bundles;
}

async function writeFunction(
  name: FunctionName,
  { code, map }: Program,
  root: string,
  out: string,
): Promise<void> {
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.mjs"), code);
  await writeFile(join(out, "maps", `${name}.mjs.map`), map);
  for (const file of FUNCTIONS[name].files)
    if (file === POLICY_SOURCE) await writeFile(join(folder, POLICY_FILE), await policyJson(root));
    else if (file === SKILLS_FOLDER) await writeSkills(root, join(folder, file));
    else if (file === DOCUMENTATION_FOLDER) await copyDocumentation(root, folder);
    else await cp(join(root, file), join(folder, basename(file)), { recursive: true });
  if (name === "web-files") await copyPackageFiles(root, join(folder, CLIENT_FOLDER));
  await copyPackages(name, root, folder);
}

async function writeProgram(name: ProgramName, { code, map }: Program, out: string): Promise<void> {
  await writeFile(join(out, PROGRAMS[name].of, `${name}.mjs`), code);
  await writeFile(join(out, "maps", `${name}.mjs.map`), map);
}
