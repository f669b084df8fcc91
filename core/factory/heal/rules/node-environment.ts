import { type HealRule, isText, withContents } from "#core/factory/heal/rule.ts";

const MODE = /(?<![\w$.])process\.env\.NODE_ENV\b/g;

/** Replaces the mode of Node's environment, which browsers do not have, in files that are served as they are. */
export const rule: HealRule = {
  name: "node-environment",
  appliesTo: ({ imports }) => imports === "exact",
  match: (output) => (/\bprocess is not defined/.test(output) ? [] : null),
  fix(files, _, { stack }) {
    const fixed = new Map<string, string>();
    for (const file of files) {
      if (!isText(file) || !/\.m?js$/.test(file.path)) continue;
      if (!file.path.startsWith(`${stack.output.static_folder}/`)) continue;
      const content = file.content.replace(MODE, '"production"');
      if (content !== file.content && !/(?<![\w$.])process\./.test(content)) fixed.set(file.path, content);
    }
    return withContents(
      files,
      fixed,
      (paths) => `${paths} no longer reads an environment, which browsers do not have.`,
    );
  },
};
