import { specifierTo, targetPath } from "#core/factory/heal/imports.ts";
import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const REFERENCE = /(<(?:script|link|img)\b[^>]*?\b(?:src|href)\s*=\s*)(["'])([^"'?#]+)\2/gi;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * Corrects a page's reference to a script, style or image that differs from one existing file only in case, or that
 * names the served folder itself. A file of the same name in another folder does not match.
 */
export const rule: HealRule = {
  name: "page-reference",
  appliesTo: ({ imports }) => imports === "exact",
  match: () => [],
  fix(files, _, { stack }) {
    const folder = `${stack.output.static_folder}/`;
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.html?$/.test(file.path) || !file.path.startsWith(folder)) continue;
      const content = file.content.replace(
        REFERENCE,
        (tag, before: string, quote: string, reference: string) => {
          const path = meant(files, file.path, reference, folder);
          if (path === null) return tag;
          const next = reference.startsWith("/")
            ? `/${path.slice(folder.length)}`
            : specifierTo(file.path, path).replace(/^\.\//, "");
          return `${before}${quote}${next}${quote}`;
        },
      );
      if (content !== file.content) fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now refers to existing files.`);
  },
};

/** The only existing path that the reference means; null when it is right, elsewhere or unclear. */
function meant(files: readonly SourceFile[], page: string, reference: string, folder: string): string | null {
  if (ELSEWHERE.test(reference)) return null;
  const target = reference.startsWith("/") ? folder + reference.slice(1) : targetPath(page, reference);
  if (target === null || files.some(({ path }) => path === target)) return null;
  const inside = target.startsWith(folder + folder) ? target.slice(folder.length) : target;
  const found = files.filter(({ path }) => path.toLowerCase() === inside.toLowerCase());
  return found.length === 1 && found[0]?.path.startsWith(folder) ? found[0].path : null;
}
