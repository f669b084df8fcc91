import { slotFile } from "#core/factory/architect/slots.ts";
import { fileDifferences } from "#core/factory/change/file-differences.ts";
import { pagesToWrite } from "#core/factory/change/kept-pages.ts";
import { mergeRelease } from "#core/factory/change/merge-release.ts";
import type { ReleasedApp } from "#core/factory/change/released-app.ts";
import { loadRelease } from "#core/factory/change/start-change.ts";
import { generatePlanned } from "#core/factory/generate/generate-planned.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { FileDifferences, Plan } from "#core/factory/plan/plan.ts";
import { loadDesign, withDesign } from "#core/factory/steps/design.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";

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
): Promise<FileDifferences | undefined> {
  const { specification, project_name } = plan;
  if (!specification) return undefined;
  const start = await loadRelease(services, tenant, released);
  const generated = generatePlanned({ ...plan, specification }, await services.library());
  const design = await loadDesign(services, { tenant, plan });
  const theirs = { ...generated, project_name, files: withDesign(generated.files, design) };
  const { files } = mergeRelease(start, specification, theirs);
  const pages = pagesToWrite(start, specification).map((page) => ({ path: slotFile(page), content: "" }));
  const written = new Set(pages.map(({ path }) => path));
  return fileDifferences(start.source.files, [...files.filter(({ path }) => !written.has(path)), ...pages]);
}
