import { importsOf, targetPath } from "#core/factory/heal/imports.ts";
import { type HealRule, isText, withFile } from "#core/factory/heal/rule.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** Adds the script of the app to a first page that loads none. */
export const rule: HealRule = {
  name: "page-entry",
  match: () => [],
  fix(files, _, { stack }) {
    const isBundled = stack.imports === "bundled";
    const page = files.find(
      ({ path }) => path === (isBundled ? "index.html" : `${stack.output.static_folder}/index.html`),
    );
    if (!page || !isText(page) || /<script\b|\son\w+\s*=/i.test(page.content)) return null;
    const [entry, ...others] = entriesOf(files, stack);
    if (entry === undefined || others.length > 0) return null;
    const address = isBundled ? `/${entry}` : entry.slice(stack.output.static_folder.length + 1);
    const before = isBundled ? "</body>" : "</head>";
    const [start, end, more] = page.content.split(before);
    if (start === undefined || end === undefined || more !== undefined) return null;
    const content = `${start}  <script type="module" src="${address}"></script>\n  ${before}${end}`;
    return { files: withFile(files, page.path, content), sentence: `${page.path} now loads ${address}.` };
  },
};

/** Scripts with the usual name of an entry that no other file imports and no page names. */
function entriesOf(files: readonly SourceFile[], stack: Stack): string[] {
  const usual =
    stack.imports === "bundled"
      ? /^src\/(main|index)\.[jt]sx?$/
      : new RegExp(`^${stack.output.static_folder}/(app|main|index|script)\\.m?js$`);
  const imported = new Set(
    importsOf(files).map(({ importer, specifier }) => targetPath(importer, specifier)),
  );
  const pages = files.filter((file) => isText(file) && /\.html?$/.test(file.path));
  return files
    .map(({ path }) => path)
    .filter(
      (path) =>
        usual.test(path) &&
        !imported.has(path) &&
        !pages.some(({ content }) => content.includes(path.split("/").at(-1) as string)),
    );
}
