import { targetPath } from "#core/factory/heal/imports.ts";
import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const SIGNS =
  /Cannot use import statement outside a module|Unexpected token '(?:export|import)'|Cannot use 'import\.meta'/;
const SCRIPT = /<script\b(?![^>]*\btype\s*=)([^>]*)\bsrc\s*=\s*(["'])([^"']+)\2/gi;

/** Adds `type="module"` to a page's script that imports or exports. */
export const rule: HealRule = {
  name: "script-type",
  match: (output) => (SIGNS.test(output) ? [] : null),
  fix(files, _, { stack }) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.html?$/.test(file.path)) continue;
      const content = file.content.replace(SCRIPT, (tag, between: string, quote: string, source: string) => {
        const root = stack.imports === "bundled" ? "" : `${stack.output.static_folder}/`;
        const path = source.startsWith("/") ? root + source.slice(1) : targetPath(file.path, source);
        const script = files.find((other) => other.path === path && isText(other));
        if (!script || !/^\s*(?:import|export)\b(?!\s*\()/m.test(script.content)) return tag;
        return `<script type="module"${between}src=${quote}${source}${quote}`;
      });
      if (content !== file.content) fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now loads its script as a module.`);
  },
};
