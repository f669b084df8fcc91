/** Attempts to find an object, so that text full of braces does not cost time. */
const MAX_STARTS = 200;

/**
 * The JSON objects in a text, in order: models often put them into code fences, with prose before, between or after.
 * An object inside another one is not returned.
 */
export function* jsonIn(text: string): Generator<unknown> {
  let from = 0;
  for (let tries = 0; tries < MAX_STARTS; tries++) {
    const start = text.indexOf("{", from);
    if (start < 0) return;
    const end = endOf(text, start);
    const value = end === undefined ? undefined : parsed(text.slice(start, end));
    if (value !== undefined) yield value;
    from = value === undefined ? start + 1 : (end as number);
  }
}

/** The index after the brace that closes the one at `start`; undefined if there is none. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
