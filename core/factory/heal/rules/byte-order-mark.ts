import { type HealRule, isText } from "#core/factory/heal/rule.ts";

const READ = /\.([cm]?[jt]sx?|json|css|html?)$/;

/** Removes byte order marks, which break JSON and scripts, and CRLF, which breaks shell scripts and snapshots. */
export const rule: HealRule = {
  name: "byte-order-mark",
  match: () => [],
  fix(files, _, { output }) {
    const bad = files.filter(
      (file) =>
        isText(file) &&
        READ.test(file.path) &&
        (file.content.startsWith("\ufeff") || (file.content.includes("\r\n") && output.includes(file.path))),
    );
    if (bad.length === 0) return null;
    const paths = new Set(bad.map(({ path }) => path));
    return {
      files: files.map((file) =>
        paths.has(file.path)
          ? { ...file, content: file.content.replace(/^\ufeff+/, "").replaceAll("\r\n", "\n") }
          : file,
      ),
      sentence: `Removed byte order marks and Windows line ends from ${[...paths].join(", ")}.`,
    };
  },
};
