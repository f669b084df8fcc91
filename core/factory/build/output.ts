import type { Stack } from "#core/factory/stacks/stack.ts";
import { type StackName, stackOf } from "#core/factory/stacks/stacks.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

/** The kinds of routes of `config.json` that Gantry uses (Vercel, Build Output API v3). */
type Route = { handle: "filesystem" } | { src: string; dest: string };

/** The folders of a workspace that its output consists of. */
export function outputFolders(stack: StackName): string[] {
  const { static_folder, functions_folder } = stackOf(stack).output;
  return functions_folder === undefined ? [static_folder] : [static_folder, functions_folder];
}

/** The source that functions may import: the app's source without tests, static files and other functions. */
export function sharedSource(name: StackName, source: readonly TreeFile[]): TreeFile[] {
  const folders = outputFolders(name).map((folder) => `${folder}/`);
  const { test_file } = stackOf(name).audit;
  return source.filter(
    ({ path }) => !folders.some((folder) => path.startsWith(folder)) && !test_file.test(path),
  );
}

/**
 * The output that follows from the draft alone, without the packages of its functions; undefined for a stack with build
 * commands.
 */
export function outputOfDraft(name: StackName, draft: readonly TreeFile[]): TreeFile[] | undefined {
  if (stackOf(name).build.length > 0) return undefined;
  const folders = outputFolders(name).map((folder) => `${folder}/`);
  const built = draft.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
  return composeOutput(name, built, sharedSource(name, draft));
}

/** Whether a file of the output belongs to a package, which comes from the dependency layer. */
export function isPackageFile(path: string): boolean {
  return /^functions\/.*\.func\/node_modules\//.test(path);
}

/**
 * The output in the layout of Vercel's Build Output API v3, with paths relative to `.vercel/output`. `built` are the
 * files of the stack's output folders; `modules` are the other files that functions need: shared source, package.json
 * and production dependencies.
 */
export function composeOutput(
  name: StackName,
  built: readonly TreeFile[],
  modules: readonly TreeFile[],
): TreeFile[] {
  const stack = stackOf(name);
  const statics = below(built, stack.output.static_folder).map(({ file, rest }) => ({
    ...file,
    path: `static/${rest}`,
  }));
  const functions = functionsOf(stack, built);
  const runtime = [...built.filter((file) => isFunctionCode(stack, file.path)), ...modules];
  return [
    json("config.json", { version: 3, routes: routes(stack, functions) }),
    ...statics,
    ...functions.flatMap((entry) => functionFiles(entry, runtime)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `api/users/[id].js` becomes the function `api/users/[id]`. Names that start with '_' or '.' are not functions. */
function functionsOf(stack: Stack, built: readonly TreeFile[]): { file: TreeFile; route: string }[] {
  if (stack.output.functions_folder === undefined) return [];
  return below(built, stack.output.functions_folder)
    .filter(({ rest }) => /\.[cm]?js$/.test(rest))
    .filter(({ rest }) => !rest.split("/").some((segment) => /^[_.]/.test(segment)))
    .map(({ file }) => ({ file, route: file.path.replace(/\.[cm]?js$/, "") }));
}

function functionFiles(entry: { file: TreeFile; route: string }, runtime: readonly TreeFile[]): TreeFile[] {
  const folder = `functions/${entry.route}.func`;
  const config = {
    runtime: "nodejs24.x",
    handler: entry.file.path,
    launcherType: "Nodejs",
    shouldAddHelpers: true,
  };
  return [
    json(`${folder}/.vc-config.json`, config),
    ...runtime.map((file) => ({ ...file, path: `${folder}/${file.path}` })),
  ];
}

function routes(stack: Stack, functions: readonly { route: string }[]): Route[] {
  const dynamic = functions.map(({ route }) => route).filter((route) => route.includes("["));
  const index = functions.map(({ route }) => route).filter((route) => route.endsWith("/index"));
  return [
    { handle: "filesystem" },
    ...index.map((route) => ({
      src: `^/${literal(route.slice(0, -"/index".length))}/?$`,
      dest: `/${route}`,
    })),
    ...dynamic.map(dynamicRoute),
    ...(stack.output.single_page ? [{ src: "/(.*)", dest: "/index.html" }] : []),
  ];
}

/** `/api/users/7` is routed to `api/users/[id]` with the query parameter `id=7`. */
function dynamicRoute(route: string): Route {
  const names: string[] = [];
  const src = route.split("/").map((segment) => {
    const name = /^\[([A-Za-z0-9_]+)\]$/.exec(segment)?.[1];
    if (name === undefined) return literal(segment);
    names.push(name);
    return "([^/]+)";
  });
  const query = names.map((name, index) => `${name}=$${index + 1}`).join("&");
  return { src: `^/${src.join("/")}$`, dest: query === "" ? `/${route}` : `/${route}?${query}` };
}

function isFunctionCode(stack: Stack, path: string): boolean {
  return stack.output.functions_folder !== undefined && path.startsWith(`${stack.output.functions_folder}/`);
}

function below(files: readonly TreeFile[], folder: string): { file: TreeFile; rest: string }[] {
  return files
    .filter((file) => file.path.startsWith(`${folder}/`))
    .map((file) => ({ file, rest: file.path.slice(folder.length + 1) }));
}

function json(path: string, value: unknown): TreeFile {
  return { path, bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`) };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
