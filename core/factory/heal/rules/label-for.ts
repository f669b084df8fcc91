import { type HealRule, isText, namesIn, withContents } from "#core/factory/heal/rule.ts";

const MISSING = [/the field labelled "([^"]+)" was not found/g];
const LABEL = /<label>([^<]*)<\/label>(\s*<(?:input|select|textarea)\b[^>]*?\sid\s*=\s*["']([\w-]+)["'])/g;

/** Ties a label to the control behind it, if an acceptance looks for the control by this label. */
export const rule: HealRule = {
  name: "label-for",
  match: (output) => namesIn(output, MISSING),
  fix(files, named) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.html?$/.test(file.path)) continue;
      const content = file.content.replace(LABEL, (whole, text: string, control: string, id: string) =>
        named.includes(text.trim()) ? `<label for="${id}">${text}</label>${control}` : whole,
      );
      if (content !== file.content) fixed.set(file.path, content);
    }
    return withContents(
      files,
      fixed,
      (paths) => `${paths} now ties the label to its field: ${named.join(", ")}.`,
    );
  },
};
