import { z } from "zod";
import type { SkillContext, SkillResult } from "#core/directives/skill.ts";
import { contrast } from "#core/factory/generate/look/color.ts";

/** The least contrast of text (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;
const MAX_LISTED = 20;

export const input = z.object({ files: z.array(z.object({ path: z.string(), content: z.string() })) });

interface Pair {
  readonly path: string;
  readonly selector: string;
  readonly color: string;
  readonly background: string;
  readonly ratio: number;
}

export function execute({ input: { files } }: SkillContext<z.infer<typeof input>>): SkillResult {
  const sheets = files.filter(({ path }) => path.endsWith(".css"));
  const properties = new Map(sheets.flatMap(({ content }) => rootProperties(content)));
  const pairs = sheets.flatMap(({ path, content }) => pairsIn(path, content, properties));
  const low = pairs.filter(({ ratio }) => ratio < LEAST).slice(0, MAX_LISTED);
  return { success: true, data: { checked: pairs.length, low: low.map((pair) => ({ ...pair })) } };
}

/** The innermost rules of a style sheet. */
function rulesIn(css: string): { selector: string; body: string }[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = "", body = ""]) => ({
    selector: selector.trim(),
    body,
  }));
}

/** The first value of each custom property, which is that of the light scheme. */
function rootProperties(css: string): (readonly [string, string])[] {
  return rulesIn(css)
    .filter(({ selector }) => selector === ":root")
    .flatMap(({ body }) => [...body.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)])
    .map(([, name = "", value = ""]) => [name, value.trim()] as const)
    .reverse();
}

function pairsIn(path: string, css: string, properties: ReadonlyMap<string, string>): Pair[] {
  return rulesIn(css).flatMap(({ selector, body }) => {
    const color = hexOf(declared(body, /(?<![\w-])color/), properties);
    const background = hexOf(declared(body, /(?<![\w-])background(?:-color)?/), properties);
    if (color === null || background === null) return [];
    const ratio = Math.round(contrast(color, background) * 100) / 100;
    return [{ path, selector: selector.slice(0, 120), color, background, ratio }];
  });
}

function declared(body: string, property: RegExp): string {
  const [found = ""] = new RegExp(`${property.source}\\s*:\\s*[^;]+`).exec(body) ?? [];
  return found.slice(found.indexOf(":") + 1).trim();
}

/** `#rrggbb` of a value; null for any other. */
function hexOf(value: string, properties: ReadonlyMap<string, string>, depth = 0): string | null {
  const name = /^var\(\s*(--[\w-]+)\s*\)$/.exec(value)?.[1];
  if (name !== undefined) return depth < 5 ? hexOf(properties.get(name) ?? "", properties, depth + 1) : null;
  if (/^#[\da-f]{6}$/i.test(value)) return value.toLowerCase();
  if (!/^#[\da-f]{3}$/i.test(value)) return null;
  return value.toLowerCase().replace(/[\da-f]/g, "$&$&");
}
