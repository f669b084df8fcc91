/** Maximum nesting of lists and objects in a request; far more than any request of the API needs. */
export const MOST_LEVELS = 64;

const [QUOTE, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = [...'"\\[]{}'].map((c) => c.charCodeAt(0));

/**
 * Whether a JSON text nests lists and objects deeper than a request may. Call it before parsing: megabytes of `[` take
 * seconds to parse and use gigabytes of memory.
 */
export function isNestedTooDeep(json: string): boolean {
  let level = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) isText = !isText;
    else if (isText) at += code === BACKSLASH ? 1 : 0;
    else if (code === LIST || code === OBJECT) level++;
    else if (code === LIST_END || code === OBJECT_END) level--;
    if (level > MOST_LEVELS) return true;
  }
  return false;
}
