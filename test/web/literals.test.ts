import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { parseSync } from "vite";

/** Attributes that people read or hear. */
const READ = new Set(["alt", "aria-label", "aria-description", "label", "lead", "placeholder", "title"]);
/** What has the same name in every language. */
const NAMES = new Set(["Gantry", "Gantry:", "m_…", "gantry doctor", "gantry doctor --aws"]);
const FOLDER = join(import.meta.dirname, "../../web");

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

const components = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".tsx") && !path.startsWith("dist"),
);

it("finds the components", () => expect(components.length).toBeGreaterThan(30));

it.each(components)("%s shows words of the catalogue alone", (path) => {
  expect(textsIn(readFileSync(join(FOLDER, path), "utf8"))).toEqual([]);
});

it("sees texts, attributes, and both sides of a choice", () => {
  const source = `const a = <p title={b ? "One" : \`Two \${c}\`} className="not read">Three {"Four"} {d}</p>;`;
  expect(textsIn(source)).toEqual(["One", "Two", "Three", "Four"]);
});

/** The texts of a component that people read, in order. */
function textsIn(source: string): string[] {
  const { program, errors } = parseSync("component.tsx", source);
  expect(errors).toEqual([]);
  const found: string[] = [];
  const visit = (node: Node, isRead: boolean): void => {
    const text = textOf(node, isRead)?.trim();
    if (text && /\p{L}/u.test(text) && !NAMES.has(text)) found.push(text);
    for (const [member, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, isReadIn(node, member, isRead));
  };
  visit(program as unknown as Node, false);
  return found;
}

function textOf({ type, value }: Node, isRead: boolean): string | undefined {
  if (type === "JSXText") return String(value);
  if (isRead && type === "Literal" && typeof value === "string") return value;
  if (isRead && type === "TemplateElement") return (value as { raw: string }).raw;
  return undefined;
}

/** Whether a string in this member of a node is read: in an element, or in an attribute with a text. */
function isReadIn(node: Node, member: string, isRead: boolean): boolean {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return member === "children";
    case "JSXAttribute":
      return member === "value" && READ.has(String((node.name as Node).name));
    case "JSXExpressionContainer":
    case "TemplateLiteral":
      return isRead;
    case "ConditionalExpression":
      return isRead && member !== "test";
    case "LogicalExpression":
      return isRead && member === "right";
    default:
      return false;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
