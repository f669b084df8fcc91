import type { Template } from "#test/support/template.ts";

const WIDTH = 150;

/** Properties whose text is a file of this repository: a change shows there. */
const FILES: Readonly<Record<string, string>> = {
  DefinitionString: "statemachines/mission.asl.json",
  FunctionCode: "lib/edge/viewer-request.js",
};

/**
 * A template as an outline to read: a line names a resource, the lines below it what it is. References are
 * `<Resource.Attribute>`, keys are in order. What differs with every change of code is taken out: hashes of assets
 * and of the API's deployment. So are account numbers.
 */
export function redacted({ Resources, Outputs = {} }: Template): string {
  const resources = inOrder(Resources).flatMap(([id, resource]) => describe(id, resource as Described));
  const outputs = inOrder(Outputs).flatMap(([id, output]) => [
    `output ${id}`,
    ...outline(plain(output), "  "),
  ]);
  return withoutHashes([...resources, ...outputs].join("\n"));
}

type Described = { readonly Type: string } & Readonly<Record<string, unknown>>;

function describe(
  id: string,
  { Type, Properties = {}, DeletionPolicy, DependsOn, ...more }: Described,
): string[] {
  const kept = DeletionPolicy === undefined ? "" : ` (${DeletionPolicy})`;
  const after = DependsOn === undefined ? [] : [`  after ${[DependsOn].flat().join(" ")}`];
  const { UpdateReplacePolicy, ...others } = more;
  const replaced = UpdateReplacePolicy === DeletionPolicy ? others : more;
  return [
    `${id} ${Type}${kept}`,
    ...after,
    ...outline(plain(replaced), "  "),
    ...outline(plain(Properties), "  "),
  ];
}

function withoutHashes(text: string): string {
  return text
    .replace(/(Deployment[0-9A-F]{8})[0-9a-f]{32,}/g, "$1(hash)")
    .replace(/\b[0-9a-f]{32,64}\b/g, "(hash)")
    .replace(/\b\d{12}\b/g, "(account)");
}

/** The value with references as text, policies as their statements, and keys in order. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const entries = inOrder(value);
  const [[name, argument] = [""], ...others] = entries;
  if (others.length === 0 && name in REFERENCES) return REFERENCES[name]?.(argument);
  if ("Statement" in value && entries.length === 2) return plain(value.Statement);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key in FILES ? `(${FILES[key]})` : plain(item)]),
  );
}

const REFERENCES: Readonly<Record<string, (argument: any) => unknown>> = {
  Ref: (name) => `<${name}>`,
  "Fn::GetAtt": (parts: string[]) => `<${parts.join(".")}>`,
  "Fn::ImportValue": (name) => `<${String(plain(name)).replace("ExportsOutput", "")}>`,
  "Fn::Sub": (text) => String(text).replace(/\$\{([^}]+)\}/g, "<$1>"),
  "Fn::Join": ([between, parts]: [string, unknown[]]) => parts.map(plain).join(between),
};

/** As YAML would have it, but for what fits on a line. */
function outline(value: unknown, indent: string): string[] {
  if (value === null || typeof value !== "object") return [`${indent}${JSON.stringify(value)}`];
  if (Array.isArray(value)) return value.flatMap((item) => row("- ", item, indent));
  return Object.entries(value).flatMap(([key, item]) => row(`${key}: `, item, indent));
}

function row(head: string, value: unknown, indent: string): string[] {
  const line = `${indent}${head}${JSON.stringify(value)}`;
  if (value === null || typeof value !== "object" || line.length <= WIDTH) return [line];
  const [first = "", ...rest] = outline(value, `${indent}  `);
  return head === "- "
    ? [`${indent}- ${first.trimStart()}`, ...rest]
    : [`${indent}${head}`.trimEnd(), first, ...rest];
}

const inOrder = (value: object): [string, unknown][] =>
  Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
