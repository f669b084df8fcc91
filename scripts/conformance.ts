import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Tests by the name of an operation or refusal: file and title. */
export type Shown = Readonly<Record<string, readonly [file: string, title: string]>>;

/** The operations and refusals of a service of the local cloud, and its differences from the real one. */
export interface ServiceList {
  /** Folder below local-cloud/. */
  readonly folder: string;
  readonly name: string;
  readonly differences: readonly string[];
  readonly operations: Shown;
  readonly refusals: Shown;
}

export const LISTS_FILE = join(root, "local-cloud/CONFORMANCE.md");
export const README_FILE = join(root, "local-cloud/README.md");

export function readServices(): readonly ServiceList[] {
  return JSON.parse(readFileSync(join(root, "local-cloud/conformance.json"), "utf8"));
}

/** CONFORMANCE.md: lists each operation and each refusal with its test. */
export function renderLists(services: readonly ServiceList[]): string {
  const lists = services.map(
    ({ name, folder, operations, refusals }) =>
      `## ${name}\n\n\`local-cloud/${folder}\`\n${table("operation", operations)}${table("refusal", refusals)}`,
  );
  return `# Conformance lists of the local cloud

Made of [conformance.json](conformance.json) by \`npm run conformance\`. Each operation that a service speaks and each refusal that it knows, with the test that shows it; what is in no list is refused.

${lists.join("\n")}`;
}

/** Returns the README with the differences of each service from the data. */
export function renderReadme(readme: string, services: readonly ServiceList[]): string {
  const sections = services.map(
    ({ name, folder, differences }) =>
      `### ${name}\n\n\`local-cloud/${folder}\`\n\n${differences.map((each) => `- ${each}`).join("\n")}\n`,
  );
  return readme.replace(
    /(<!-- differences -->\n).*(<!-- end -->)/s,
    (_, start: string, end: string) => `${start}\n${sections.join("\n")}\n${end}`,
  );
}

function table(what: string, shown: Shown): string {
  const cells = Object.entries(shown).map(([name, [file, title]]): Row => {
    return [`\`${name}\``, `[${title.replaceAll("|", "\\|")}](../${file})`];
  });
  if (cells.length === 0) return "";
  const rows: Row[] = [[what, "test"], ...cells];
  const [left, right] = [0, 1].map((at) => Math.max(...rows.map((row) => (row[at] as string).length)));
  const line = ([name, test]: Row, fill = " ") =>
    `| ${name.padEnd(left as number, fill)} | ${test.padEnd(right as number, fill)} |`;
  const [head, ...body] = rows.map((row) => line(row));
  return `\n${[head, line(["", ""], "-"), ...body].join("\n")}\n`;
}

type Row = readonly [string, string];
