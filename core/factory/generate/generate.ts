import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { specificationFiles } from "#core/factory/specification/files.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { NODE_TEST } from "#core/factory/stacks/node-test.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";
import { themeOf } from "#core/factory/themes/themes.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { acceptancesOf } from "./acceptance/promises.ts";
import { behaviourModule } from "./behaviours/behaviours.ts";
import { appSource } from "./emit/app.ts";
import { entityFile, entitySource } from "./emit/entity.ts";
import { iconSource } from "./emit/icon.ts";
import { packageSource } from "./emit/package.ts";
import { pageSource } from "./emit/page.ts";
import { readmeSource } from "./emit/readme.ts";
import { serviceWorkerSource } from "./emit/service-worker.ts";
import { testFiles } from "./emit/tests.ts";
import { viewFile, viewSource } from "./emit/view.ts";
import { webManifest } from "./emit/web-manifest.ts";
import { wordsSource } from "./emit/words.ts";
import { featuresOf } from "./features.ts";
import type { Library } from "./library.ts";
import { libraryFiles } from "./library-files.ts";
import { themeCss } from "./look/theme.ts";

/** The part of a plan from which an app is generated. */
type AppPlan = Pick<Plan, "title" | "project_name" | "summary" | "stack"> & {
  readonly specification: Specification;
};

/** Files of the library that every app has. */
const ROOTS = ["public/styles.css", "test/support/app.js"];

/**
 * Generates an app from its specification: readable modules for each entity and view, the parts of the library that they
 * use, tests and acceptances. The same plan and library result in the same bytes. `specification` must be free of faults
 * (`specificationFaults`). Throws a TypeError for a field type that cannot be generated.
 */
export function generateApp(plan: AppPlan, library: Library): Manifest {
  const { project_name, specification } = plan;
  const wordsPath = `public/lib/words/${specification.locale}.js`;
  const own = ownFiles(plan);
  const used = libraryFiles(library, own, [wordsPath], rootsOf(specification));
  const words = wordsSource(specification.locale, [...own, ...used]);
  const page = pageSource({
    database: project_name,
    summary: plan.summary,
    specification,
    files: [...own, ...used],
  });
  const shown = [
    ...own,
    ...used,
    { path: wordsPath, content: words },
    { path: "public/index.html", content: page },
  ];
  const files = specification.behaviours.some(({ kind }) => kind === "offline")
    ? [...shown, { path: "public/service-worker.js", content: serviceWorkerSource(project_name, shown) }]
    : shown;
  return {
    project_name,
    stack: GENERATED_STACK,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    audit_command: NODE_TEST.command,
    run_command: "npx serve public",
    acceptance: acceptancesOf(specification),
  };
}

/** The files that are generated from the specification alone. */
function ownFiles(plan: AppPlan): SourceFile[] {
  const { project_name, specification } = plan;
  const { entities, views } = specification;
  const features = featuresOf(specification).map(({ title }) => title);
  return [
    { path: "README.md", content: readmeSource({ ...plan, features }) },
    { path: "package.json", content: packageSource(project_name) },
    ...specificationFiles(specification),
    { path: "public/app.js", content: appSource(project_name, specification) },
    { path: "public/theme.css", content: themeCss(specification) },
    { path: "public/icon.svg", content: iconSource(specification) },
    ...(specification.behaviours.some(({ kind }) => kind === "offline")
      ? [{ path: "public/manifest.webmanifest", content: webManifest(specification) }]
      : []),
    ...entities.map((entity) => ({
      path: `public/${entityFile(entity)}`,
      content: entitySource(entity, specification),
    })),
    ...views.map((view) => ({ path: `public/${viewFile(view)}`, content: viewSource(view, specification) })),
    ...testFiles(specification),
  ];
}

/** The files of the library that the app has beside those that its modules import. */
function rootsOf({ look, behaviours }: Specification): string[] {
  const switching = look.scheme === "both" ? ["public/lib/theme-start.js"] : [];
  const layout = themeOf(look.theme).layout === "side" ? ["public/lib/layouts/side.css"] : [];
  return [
    ...ROOTS,
    ...switching,
    ...layout,
    ...behaviours.flatMap((behaviour) => behaviourModule(behaviour).files ?? []),
  ];
}

/** The promises of an app's plan: the names of the acceptances that {@link generateApp} returns. */
export function promisesOf(specification: Specification): string[] {
  return acceptancesOf(specification).map(({ name }) => name);
}
