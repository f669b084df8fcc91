import { z } from "zod";
import type { SkillContext, SkillResult } from "#core/directives/skill.ts";

const MAX_PAGES = 20;
const MAX_HEADINGS = 30;

export const input = z.object({ files: z.array(z.object({ path: z.string(), content: z.string() })) });

export function execute({ input: { files } }: SkillContext<z.infer<typeof input>>): SkillResult {
  const pages = files.filter(({ path }) => path.endsWith(".html")).slice(0, MAX_PAGES);
  return { success: true, data: { pages: pages.map(({ path, content }) => outlineOf(path, content)) } };
}

function outlineOf(path: string, content: string) {
  const html = content.replace(/<!--[\s\S]*?-->/g, "");
  const title = textOf(/<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? "");
  const lang = attribute(/<html\b[^>]*>/i.exec(html)?.[0] ?? "", "lang");
  return {
    path,
    title,
    lang,
    headings: [...html.matchAll(/<(h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/gi)]
      .slice(0, MAX_HEADINGS)
      .map(([, level = "", text = ""]) => `${level.toLowerCase()} ${textOf(text)}`.trim()),
    hosts: hostsOf(html),
    missing: missingIn(html, { title, lang }),
  };
}

/** The hosts of what a page loads; a link leads elsewhere and loads nothing. */
function hostsOf(html: string): string[] {
  const loading = tags(html, "script|img|iframe|link|source|video|audio");
  const hosts = loading.flatMap((tag) =>
    ["src", "href"].flatMap((name) => /^(?:https?:)?\/\/([^/?#]+)/i.exec(attribute(tag, name))?.[1] ?? []),
  );
  return [...new Set(hosts)].sort();
}

function missingIn(html: string, { title, lang }: { title: string; lang: string }): string[] {
  const images = tags(html, "img").filter((tag) => !/\salt\s*=/i.test(tag)).length;
  const dead = tags(html, "a").filter((tag) => attribute(tag, "href") === "#").length;
  return [
    ...(lang === "" ? ["The page has no lang."] : []),
    ...(title === "" ? ["The page has no title."] : []),
    ...(/<meta\b[^>]*\bname\s*=\s*["']?viewport/i.test(html) ? [] : ["The page has no viewport."]),
    ...(images > 0 ? [`Images without alt: ${images}.`] : []),
    ...(dead > 0 ? [`Links that lead nowhere: ${dead}.`] : []),
  ];
}

/** The opening tags of these elements. */
const tags = (html: string, names: string): string[] =>
  [...html.matchAll(new RegExp(`<(?:${names})\\b[^>]*>`, "gi"))].map(([tag]) => tag);

function attribute(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag) ?? [];
  return (double ?? single ?? bare ?? "").trim();
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
