import { slotFile } from "#core/factory/architect/slots.ts";
import { pagesToWrite } from "#core/factory/change/kept-pages.ts";
import { mergeRelease } from "#core/factory/change/merge-release.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import { loadRelease } from "#core/factory/change/start-change.ts";
import { generatePlanned } from "#core/factory/generate/generate-planned.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { Plan, PlannedChange } from "#core/factory/plan/plan.ts";
import { loadDesign, withDesign } from "#core/factory/steps/design.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { SourceFile } from "#core/kernel/files.ts";

type PlannedFiles = NonNullable<PlannedChange["files"]>;

/**
 * The files that a planned change of a generated app adds, changes and deletes; undefined for an app that a model edits.
 * Custom pages that a model will write are among them. Throws UnsupportedRequest as {@link mergeRelease} does, so that a
 * conflict is known before the plan is confirmed.
 */
export async function plannedFiles(
  services: WithArtifacts & WithLibrary,
  tenant: string,
  released: ReleasedApp,
  plan: Plan,
): Promise<PlannedFiles | undefined> {
  const { specification, project_name } = plan;
  if (!specification) return undefined;
  const start = await loadRelease(services, tenant, released);
  const generated = generatePlanned({ ...plan, specification }, await services.library());
  const design = await loadDesign(services, { tenant, plan });
  const theirs = { ...generated, project_name, files: withDesign(generated.files, design) };
  const { files } = mergeRelease(start, specification, theirs);
  const pages = pagesToWrite(start, specification).map((page) => ({ path: slotFile(page), content: "" }));
  const written = new Set(pages.map(({ path }) => path));
  return differences(start.source.files, [...files.filter(({ path }) => !written.has(path)), ...pages]);
}

function differences(before: readonly SourceFile[], after: readonly SourceFile[]): PlannedFiles {
  const was = new Map(before.map(({ path, content }) => [path, content]));
  const is = new Map(after.map(({ path, content }) => [path, content]));
  const paths = [...is.keys()].sort();
  return {
    added: paths.filter((path) => !was.has(path)),
    changed: paths.filter((path) => was.has(path) && was.get(path) !== is.get(path)),
    deleted: [...was.keys()].filter((path) => !is.has(path)).sort(),
  };
}
