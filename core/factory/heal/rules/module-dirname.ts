import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const NAME = /(?<![\w$.])__(dirname|filename)\b/g;
const BOUND = /\b(?:const|let|var)\s+__(?:dirname|filename)\b/;

/** Replaces `__dirname` and `__filename`, which ES modules do not have, outside the files that browsers load. */
export const rule: HealRule = {
  name: "module-dirname",
  match: (output) => (/__(?:dirname|filename) is not defined/.test(output) ? [] : null),
  fix(files, _, { stack }) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.m?js$/.test(file.path) || BOUND.test(file.content)) continue;
      if (file.path.startsWith(`${stack.output.static_folder}/`)) continue;
      const content = file.content.replace(NAME, "import.meta.$1");
      if (content !== file.content) fixed.set(file.path, content);
    }
    return withContents(files, fixed, (paths) => `${paths} now finds its folder as ES modules do.`);
  },
};
