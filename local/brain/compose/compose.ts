import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import { lookOf } from "#local/brain/blueprints/look/look.ts";
import { textsIn } from "#local/brain/blueprints/texts.ts";
import { readAsk } from "#local/brain/recognise/ask.ts";
import { inChosenLook } from "#local/brain/recognise/chosen-look.ts";
import { valuesOf } from "#local/brain/recognise/settings.ts";
import { sinceStart } from "#local/brain/roles/consultant.ts";
import { libraryIn } from "./library.ts";
import { lookCss } from "./look-css.ts";
import { fill, keepBlocks } from "./template.ts";
import { walk } from "./walk.ts";

const ROOT = fileURLToPath(new URL("../blueprints/", import.meta.url));

/** The path of the design image in the app, and the address by which the page refers to it. */
export interface DesignImage {
  readonly path: string;
}

/**
 * Returns the app of a confirmed plan: the blueprint's source without the features that the plan excludes.
 */
export function compose(blueprint: Blueprint, plan: Plan, design: DesignImage | null): Manifest {
  const { tool } = sinceStart({ messages: plan.request, silent: new Set() });
  const { settings } = readAsk(tool?.messages ?? plan.request);
  const look = { kind: blueprint.kind, messages: plan.request, chosen: plan.design_theme };
  const value = valuesOf(blueprint, inChosenLook(settings, look));
  const included = new Set(plan.features.filter((feature) => feature.included).map(({ id }) => id));
  const has: Switches = (id) => included.has(id);
  const values = {
    title: plan.title,
    summary: plan.summary,
    lead: value("say_lead") || (blueprint.lead ?? ""),
    project_name: plan.project_name,
    feature_list: featureList(plan),
    ...Object.fromEntries((blueprint.settings ?? []).map(({ id }) => [id, value(id)])),
    ...textsIn(blueprint, value("locale")),
    locale: value("locale"),
    hue: String(blueprint.hue),
    design_src: design?.path.replace(/^public\//, "") ?? "",
  };
  const colors = lookOf(value);
  const blocks = new Map([
    ["@design", design !== null],
    ["@look", colors.stated],
  ]);
  const keeps = (block: string) => blocks.get(block) ?? has(block);
  const files: SourceFile[] = sourceOf(blueprint)
    .filter(({ path }) => has(blueprint.modules[path] ?? "") || blueprint.modules[path] === undefined)
    .filter(({ path }) => !blueprint.leaves?.includes(path))
    .map(({ path, content }) => ({ path, content: fill(keepBlocks(content, keeps, path), values, path) }));
  if (blueprint.library) files.push(...libraryIn(blueprint.library, files));
  if (colors.stated) files.push({ path: "public/look.css", content: lookCss(colors, blueprint.hue) });
  return {
    project_name: plan.project_name,
    stack: blueprint.stack,
    files,
    audit_command: blueprint.audit_command,
    run_command: blueprint.run_command,
    acceptance: blueprint.acceptance(has, plan.title, value),
  };
}

/**
 * Reads the blueprint's files, including markers. A file in a later folder replaces one with the same path in
 * an earlier folder.
 */
function sourceOf({ folders }: Blueprint): SourceFile[] {
  const files = new Map<string, string>();
  for (const folder of folders)
    for (const path of walk(`${ROOT}${folder}`)) files.set(path, `${ROOT}${folder}/${path}`);
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, file]) => ({ path, content: readFileSync(file, "utf8") }));
}

function featureList({ features }: Plan): string {
  const included = features.filter((feature) => feature.included);
  return included.length === 0
    ? "The essentials, and no more."
    : included.map(({ title }) => `- ${title}`).join("\n");
}
