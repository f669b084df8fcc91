import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const CODE = /\.([cm]?[jt]sx?|json|css|html?)$/;
const FENCED = /^\s*```[\w-]*[ \t]*\n([\s\S]*?\n)```\s*$/;

/** Removes a Markdown fence around a whole file of code. */
export const rule: HealRule = {
  name: "code-fence",
  match: () => [],
  fix(files) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !CODE.test(file.path)) continue;
      const inner = FENCED.exec(file.content)?.[1];
      if (inner !== undefined && !/^```/m.test(inner)) fixed.set(file.path, inner);
    }
    return withContents(files, fixed, (paths) => `Removed the Markdown fence around ${paths}.`);
  },
};
