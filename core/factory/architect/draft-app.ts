import { z } from "zod";
import { acceptanceSchema, MAX_ACCEPTANCES } from "#core/factory/acceptance.ts";
import { draftFaults } from "#core/factory/draft/draft-faults.ts";
import { didYouMean } from "#core/factory/heal/did-you-mean.ts";
import { importsOf, resolveImport } from "#core/factory/heal/imports.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { text } from "#core/kernel/text.ts";

/** What a draft has beside its files. */
const appSchema = z.strictObject({
  run_command: text().min(1).max(300),
  acceptance: z.array(acceptanceSchema).min(1).max(MAX_ACCEPTANCES),
  /** Where each included feature of the plan is: the author's check of the draft against the plan. */
  features: z.array(z.strictObject({ id: text().min(1).max(60), file: text().min(1).max(200) })).max(40),
});

/** A draft, or why it cannot be used, as sentences from which a model can repair it. */
export type Assembled = { readonly manifest: Manifest } | { readonly faults: readonly string[] };

/** Faults that are named at once. */
const MAX_FAULTS = 8;

/**
 * Assembles the draft of a model from its files and its app block, and checks it with the gates that need no build, cheap
 * ones first.
 */
export function draftApp(plan: Plan, files: readonly SourceFile[], app: unknown): Assembled {
  if (files.length === 0) return { faults: ["There are no files."] };
  if (app === undefined) return { faults: ["The block '=== app ===' is missing."] };
  const parsed = appSchema.safeParse(app);
  if (!parsed.success)
    return {
      faults: parsed.error.issues
        .slice(0, MAX_FAULTS)
        .map(({ path, message }) => `In the app block, ${path.join(".") || "it"}: ${message}.`),
    };
  const { features, ...rest } = parsed.data;
  const stack = stackOf(plan.stack);
  const manifest: Manifest = {
    project_name: plan.project_name,
    stack: plan.stack,
    files: [...files],
    audit_command: stack.audit.command,
    ...rest,
  };
  const gates = [
    () => importFaults(manifest),
    () => featureFaults(plan, manifest, features),
    () => draftFaults({ plan, manifest, before: null }),
  ];
  for (const gate of gates) {
    const faults = gate();
    if (faults.length > 0) return { faults: faults.slice(0, MAX_FAULTS) };
  }
  return { manifest };
}

/** Relative imports of files that do not exist, and imports of packages that package.json does not list. */
export function importFaults({ files, stack }: Manifest): string[] {
  const packages = packagesOf(files);
  const known = [...packages, ...Object.keys(stackOf(stack).repairs.packages)];
  return importsOf(files).flatMap(({ importer, specifier }) => {
    if (specifier.startsWith("."))
      return resolveImport(files, stackOf(stack).imports, importer, specifier)
        ? []
        : [`${importer} imports '${specifier}', which does not exist.`];
    if (/^(?:node:|@\/|\/|https?:)/.test(specifier)) return [];
    const name = specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");
    if (packages.has(name)) return [];
    const likely = didYouMean([name], known);
    return [`${importer} imports '${name}', which package.json does not list.${likely}`];
  });
}

function packagesOf(files: readonly SourceFile[]): ReadonlySet<string> {
  const file = files.find(({ path }) => path === "package.json");
  if (!file) return new Set();
  const manifest = JSON.parse(file.content) as Record<string, Record<string, string> | undefined> | null;
  const groups = ["dependencies", "devDependencies", "optionalDependencies"];
  return new Set(groups.flatMap((group) => Object.keys(manifest?.[group] ?? {})));
}

/** The author's check: each included feature of the plan is in a file of the draft. */
function featureFaults(
  plan: Plan,
  { files }: Manifest,
  features: z.infer<typeof appSchema>["features"],
): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return plan.features
    .filter(({ included }) => included)
    .flatMap(({ id, title }) => {
      const places = features.filter((feature) => feature.id === id);
      if (places.length === 0)
        return [`The app block does not name the file with the feature '${id}' (${title}).`];
      const missing = places.find(({ file }) => !paths.has(file));
      return missing ? [`The feature '${id}' is said to be in '${missing.file}', which does not exist.`] : [];
    });
}
