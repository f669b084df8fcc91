import { z } from "zod";

const manifestSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

/** The folders of the packages that an app needs at run time, from npm's list of installed packages. */
export function productionPackages(manifest: Uint8Array): string[] {
  const { packages } = manifestSchema.parse(JSON.parse(new TextDecoder().decode(manifest)));
  return (
    Object.entries(packages)
      .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.dev && !entry.devOptional)
      .map(([path]) => path)
      // A package nested below another one is included with it.
      .filter((path, _, all) => !all.some((other) => path.startsWith(`${other}/`)))
  );
}
