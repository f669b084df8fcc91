import type { Acceptance } from "#core/factory/acceptance.ts";
import type { Blueprint, BlueprintFeature, Switches, Values } from "#local/brain/blueprint.ts";
import { SHARED_MODULES } from "#local/brain/blueprints/common-features.ts";
import { lookSettings } from "#local/brain/blueprints/look/look.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { localeOf, namesOf, planWords } from "#local/brain/blueprints/plan-words.ts";
import { darkModeAcceptance, open, see } from "#local/brain/blueprints/steps.ts";
import { inEnglish } from "#local/brain/recognise/function-words.ts";
import { featureNames } from "./feature-names.ts";

/** A promise of a tool; with `feature`, only if that feature is in the plan. */
export interface ToolPromise extends Acceptance {
  readonly feature?: string;
}

/** The nouns that name a tool, by language and separated by commas; the first English one is its usual name. */
type Names = Readonly<Record<"en" | "de" | "fr" | "es", string>>;

/** What one small tool has of its own; its source is in `tools/<kind>/files`. */
interface Tool
  extends Pick<
    Blueprint,
    | "kind"
    | "title"
    | "spoken"
    | "hue"
    | "summary"
    | "lead"
    | "purposeMatters"
    | "forOne"
    | "settings"
    | "texts"
    | "library"
    | "leaves"
  > {
  readonly names: Names;
  /** Uses, and what every app of this kind does; separated by commas. */
  readonly purposes?: string;
  readonly inherent: string;
  readonly features: readonly BlueprintFeature[];
  /** Features with files of their own: `public/features/<id>.js` and `test/<id>.test.js`. */
  readonly parts?: readonly string[];
  /** Folders below `shared/` with code that several tools use. */
  readonly shared?: readonly string[];
  /** Files of those folders that belong to one feature. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Each opens the page first. */
  readonly promises: readonly ToolPromise[] | ((value: Values, has: Switches) => readonly ToolPromise[]);
}

/** What every tool does. */
const INHERENT = phrases(`keyboard, keyboard support, keyboard control, keyboard shortcut, shortcut, touch,
  touch control, screen reader, accessibility`);

/** Returns the blueprint of a small tool: one page in plain HTML, CSS and JavaScript. */
export function defineTool(tool: Tool): Blueprint {
  const { names, parts = [], shared = [], promises, modules, purposes = "", inherent, ...rest } = tool;
  const synonyms = Object.values(names).flatMap(phrases);
  return {
    ...rest,
    features: rest.features.map((feature) => ({
      ...feature,
      synonyms: [...feature.synonyms, ...namesIn(feature.title)],
    })),
    stack: "static",
    synonyms,
    settings: [...lookSettings(synonyms), ...(tool.settings ?? [])],
    purposes: phrases(purposes),
    inherent: [...INHERENT, ...phrases(inherent)],
    modules: { ...SHARED_MODULES, ...modules, ...Object.fromEntries(parts.flatMap(filesOf)) },
    folders: [
      "shared/look/files",
      "shared/files",
      "shared/tool/files",
      ...shared.map((folder) => `shared/${folder}/files`),
      `tools/${tool.kind}/files`,
    ],
    audit_command: "node --test",
    run_command: "npx serve public",
    acceptance: (has, title, value) =>
      [
        ...(typeof promises === "function" ? promises(value, has) : promises)
          .filter(({ feature }) => feature === undefined || has(feature))
          .map(({ name, steps }, index) => ({
            name,
            steps: [open(), ...(index === 0 ? [see(title)] : []), ...steps],
          })),
        ...(has("dark_mode") ? [darkModeAcceptance(value("say_use_dark"))] : []),
      ].map((each) => ({ ...each, name: planWords(each.name, localeOf(value)) })),
  };
}

/** The names of a feature in other languages, as they are in a message of which the function words were replaced. */
function namesIn(title: string): string[] {
  const titles = namesOf(title).flatMap(inflected);
  return [...new Set([...titles, ...featureNames(title)].flatMap((name) => [name, inEnglish(name)]))];
}

/** A name with the endings of German adjectives. */
function inflected(name: string): string[] {
  const [, adjective, noun] = /^([a-zäöüß]+)(?:e|er|es) (\p{Lu}.*)$/u.exec(name) ?? [];
  return adjective ? ["e", "en", "em", "er", "es"].map((ending) => `${adjective}${ending} ${noun}`) : [name];
}

function filesOf(feature: string): [string, string][] {
  const name = feature.replaceAll("_", "-");
  return [
    [`public/features/${name}.js`, feature],
    [`test/${name}.test.js`, feature],
  ];
}
