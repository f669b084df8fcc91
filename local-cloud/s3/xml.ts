import { ServiceError } from "#local-cloud/http.ts";

/**
 * The part of XML that the S3 protocol uses: elements and text. Attributes are ignored, DOCTYPE is refused.
 */
export interface XmlNode {
  readonly name: string;
  readonly children: XmlNode[];
  text: string;
}

const ENTITIES = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);
const ESCAPES: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };

/** Escapes text for an element; control characters become numeric references, as in S3. */
function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: object keys may hold control characters
  return text.replace(/[<>&"\u0000-\u001f]/g, (c) => ESCAPES[c] ?? `&#x${c.charCodeAt(0).toString(16)};`);
}

/** Returns `<name>value</name>`, or "" without a value. */
export function leaf(name: string, value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? "" : `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** Returns an element with children that are XML. */
export function element(name: string, ...children: string[]): string {
  return `<${name}>${children.join("")}</${name}>`;
}

/** Returns a document: prolog, root element in the S3 namespace, children that are XML. */
export function xmlDocument(root: string, ...children: string[]): string {
  const body = `<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children.join("")}</${root}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

const TOKEN = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)/y;

/** Parses a request body and returns its root element. Throws MalformedXML 400 if it is not well-formed. */
export function parseXml(source: string): XmlNode {
  const root: XmlNode = { name: "", children: [], text: "" };
  const open: XmlNode[] = [root];
  TOKEN.lastIndex = 0;
  const text = source.replace(/^\ufeff/, "");
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    const top = open.at(-1);
    if (!token || !top || open.length > 32) throw malformed();
    const [, closing, name, empty, content] = token;
    if (content !== undefined) top.text += unescapeXml(content);
    else if (name === undefined) continue;
    else if (closing) {
      if (open.pop()?.name !== name || open.length === 0) throw malformed();
    } else {
      const node: XmlNode = { name, children: [], text: "" };
      top.children.push(node);
      if (!empty) open.push(node);
    }
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0) throw malformed();
  return only;
}

/** The first child of that name. */
export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((each) => each.name === name);
}

/** Returns the trimmed text of a child, or undefined if there is none. */
export function childText(node: XmlNode, name: string): string | undefined {
  return child(node, name)?.text.trim();
}

/** Throws for unsupported elements, which would otherwise be ignored. */
export function onlyChildren(node: XmlNode, names: readonly string[]): void {
  const stranger = node.children.find((each) => !names.includes(each.name));
  if (stranger)
    throw new ServiceError("NotImplemented", `<${stranger.name}> in <${node.name}> is not implemented`, 501);
}

export function malformed(detail = ""): ServiceError {
  const message = "The XML you provided was not well-formed or did not validate against our published schema";
  return new ServiceError("MalformedXML", detail ? `${message}: ${detail}` : message, 400);
}

function unescapeXml(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (_, name: string) => {
    const known = ENTITIES.get(name);
    if (known) return known;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!name.startsWith("#") || !(code > 0 && code <= 0x10ffff)) throw malformed();
    return String.fromCodePoint(code);
  });
}
