const EXPRESSION = /^\$request\.body((?:\.[A-Za-z0-9_-]+)+)$/;

/**
 * Compiles a route selection expression (`$request.body.action`). The result returns the route key of a
 * message; a message that is not JSON, or has no such value, has none and goes to $default.
 */
export function compileSelection(expression: string): (body: string) => string | undefined {
  const [, path] = EXPRESSION.exec(expression) ?? [];
  if (path === undefined) throw new Error(`route selection expression ${expression} is not supported`);
  const names = path.slice(1).split(".");
  return (body) => {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return undefined;
    }
    for (const name of names) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
  };
}
