/** How deep lists and objects of a request may be nested: far more than any request of the API needs. */
export const MOST_LEVELS = 64;

const [QUOTE, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = [...'"\\[]{}'].map((c) => c.charCodeAt(0));

/**
 * Whether a JSON text opens more lists and objects within each other than a request may. To be asked before it is
 * parsed: megabytes of `[` take seconds to parse and become gigabytes.
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
