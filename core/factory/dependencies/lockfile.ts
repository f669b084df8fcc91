import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";

/** Maximum number of packages of an app, transitive ones included. */
export const MAX_PACKAGES = 2000;
/** Commands that a package must not put on the PATH. */
const SHADOWING = new Set(
  "node nodejs npm npx pnpm yarn corepack sh bash dash zsh env git ssh curl wget tar sudo python python3 perl".split(
    " ",
  ),
);

const packageSchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  bin: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
});
const lockfileSchema = z.object({ packages: z.record(z.string(), packageSchema) });

/**
 * Checks the resolved packages: each must come from one of the registries, with a digest, and must not provide a
 * command that shadows node, a shell, git or similar programs. Throws DependencyRefused, naming the package.
 */
export function checkLockfile(lockfile: string, registries: readonly string[]): void {
  const packages = Object.entries(lockfileSchema.parse(JSON.parse(lockfile)).packages).filter(
    ([path]) => path !== "",
  );
  if (packages.length > MAX_PACKAGES)
    refuse(
      "package.json",
      `The app depends on ${packages.length} packages; at most ${MAX_PACKAGES} are allowed`,
    );
  const origins = new Set(registries.map((registry) => new URL(registry).origin));
  for (const [path, entry] of packages) {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const bins =
      typeof entry.bin === "string" ? [name.split("/").at(-1) ?? name] : Object.keys(entry.bin ?? {});
    const shadow = bins.find((bin) => SHADOWING.has(bin.toLowerCase()));
    if (shadow !== undefined) refuse(name, `'${name}' provides a command named '${shadow}'`);
    if (entry.inBundle) continue;
    if (entry.link || !entry.integrity || !origins.has(originOf(entry.resolved)))
      refuse(name, `'${name}' does not come from the registry`);
  }
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : "";
}

function refuse(field: string, sentence: string): never {
  throw new GantryError("DependencyRefused", `${sentence}.`, { field });
}
