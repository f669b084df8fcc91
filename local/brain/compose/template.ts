import { escapeXml } from "#core/kernel/escape-xml.ts";

const OPEN = /^\s*(?:\/\*|<!--|#|\{\/\*)\s*@(feature\s+([a-z][a-z0-9_]*)|design|look)\s*(?:\*\/\}?|-->)?\s*$/;
const CLOSE = /^\s*(?:\/\*|<!--|#|\{\/\*)\s*@end\s*(?:\*\/\}?|-->)?\s*$/;

/**
 * Keeps or strips the lines between `@feature <id>` (or `@design`, `@look`) and `@end`, each a comment on its own
 * line, and drops the markers. Blocks do not nest. Throws RangeError for an unmatched marker.
 */
export function keepBlocks(text: string, keeps: (feature: string) => boolean, path: string): string {
  const out: string[] = [];
  let block: { readonly kept: boolean } | null = null;
  for (const line of text.split("\n")) {
    const start = OPEN.exec(line);
    if (start && block) throw new RangeError(`${path}: '${line.trim()}' inside another block`);
    if (start) block = { kept: keeps(start[2] ?? `@${start[1]}`) };
    else if (CLOSE.test(line)) {
      if (!block) throw new RangeError(`${path}: '@end' without a block`);
      block = null;
    } else if (!block || block.kept) out.push(line);
  }
  if (block) throw new RangeError(`${path}: a block has no '@end'`);
  return out.join("\n");
}

/**
 * Replaces `{{name}}` by its value, escaped for the type of the file. Throws RangeError for a name without a
 * value.
 */
export function fill(text: string, values: Readonly<Record<string, string>>, path: string): string {
  const escaped = /\.(html|svg)$/.test(path)
    ? escapeXml
    : /\.(m?[jt]sx?|json)$/.test(path)
      ? escapeString
      : String;
  return text.replace(/\{\{([a-z][a-z0-9_]*)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${path}: no value for '{{${name}}}'`);
    return escaped(value);
  });
}

/** For use inside double quotes. */
function escapeString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
