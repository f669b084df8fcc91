import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const SIGNS = /\bof null\b|\bis null\b|was not found/;
const BY_ID = /(\bgetElementById\(\s*(["'])|\bquerySelector\(\s*(["'])#)([\w-]+)(?=["']\s*\))/g;

/** Corrects a script's reference to an element whose id in the page differs only in case, hyphens or underscores. */
export const rule: HealRule = {
  name: "element-id",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files) {
    const text = files.filter(isText);
    const pages = text.filter(({ path }) => /\.html?$/.test(path));
    const scripts = text.filter(({ path }) => /\.m?[jt]sx?$/.test(path));
    const ids = new Set(
      pages.flatMap(({ content }) =>
        [...content.matchAll(/\sid\s*=\s*["']([\w-]+)["']/g)].map(([, id = ""]) => id),
      ),
    );
    const isMade = (id: string) =>
      scripts.some(({ content }) => new RegExp(`\\bid\\s*[:=]\\s*["'\`]${id}["'\`]`).test(content));
    const fixed = new Map<string, string>();
    for (const { path, content } of scripts) {
      const next = content.replace(BY_ID, (call, before: string, _1, _2, id: string) => {
        if (ids.has(id) || isMade(id)) return call;
        const [meant, ...others] = [...ids].filter((other) => plain(other) === plain(id));
        return meant === undefined || others.length > 0 ? call : `${before}${meant}`;
      });
      if (next !== content) fixed.set(path, next);
    }
    return withContents(files, fixed, (paths) => `${paths} now finds elements by the ids of the page.`);
  },
};

function plain(id: string): string {
  return id.toLowerCase().replace(/[-_]/g, "");
}
