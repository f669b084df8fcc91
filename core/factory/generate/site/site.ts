import { iconSource } from "#core/factory/generate/emit/icon.ts";
import { packageSource } from "#core/factory/generate/emit/package.ts";
import type { Library } from "#core/factory/generate/library.ts";
import { libraryFiles } from "#core/factory/generate/library-files.ts";
import { deviceThemeCss } from "#core/factory/generate/look/theme.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { Site } from "#core/factory/specification/site.ts";
import { siteFiles } from "#core/factory/specification/site-files.ts";
import { NODE_TEST } from "#core/factory/stacks/node-test.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { heroArt, pictureArt } from "./art.ts";
import { sitePage } from "./page.ts";
import { siteAcceptances } from "./promises.ts";
import { siteReadme } from "./readme.ts";
import { siteTest } from "./tests.ts";

/** The part of a plan from which a site is generated. */
type SitePlan = Pick<Plan, "title" | "project_name" | "summary"> & { readonly specification: Site };

/** The shapes of a page, which every site has. */
const STYLES = "public/site.css";

/**
 * Generates a site from its specification: one page, its pictures, a test and acceptances. The same plan and library
 * result in the same bytes. `specification` must be free of faults (`siteFaults`).
 */
export function generateSite(plan: SitePlan, library: Library): Manifest {
  const { project_name, specification: site, summary } = plan;
  const own: SourceFile[] = [
    { path: "README.md", content: siteReadme(plan) },
    { path: "package.json", content: packageSource(project_name) },
    ...siteFiles(site),
    { path: "public/index.html", content: sitePage(site, summary) },
    { path: "public/theme.css", content: deviceThemeCss(site) },
    { path: "public/icon.svg", content: iconSource(site) },
    { path: "public/hero.svg", content: heroArt(site) },
    ...picturesOf(site),
    { path: "test/site.test.js", content: siteTest(site) },
  ];
  const files = [...own, ...libraryFiles(library, own, [], [STYLES])];
  return {
    project_name,
    stack: GENERATED_STACK,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    audit_command: NODE_TEST.command,
    run_command: "npx serve public",
    acceptance: siteAcceptances(site),
  };
}

function picturesOf(site: Site): SourceFile[] {
  const count = Math.max(
    0,
    ...site.sections.map((section) => (section.kind === "gallery" ? section.captions.length : 0)),
  );
  return Array.from({ length: count }, (_, index) => ({
    path: `public/pictures/${index + 1}.svg`,
    content: pictureArt(site, index + 1),
  }));
}
