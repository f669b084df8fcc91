/**
 * Returns the metrics of a dashboard, one with two statistics twice. The body is text, or pieces of text
 * around values that are resolved at deployment.
 */
export function dashboardMetrics(body: unknown): readonly string[] {
  const { widgets = [] } = JSON.parse(textOf(body)) as { widgets?: readonly Widget[] };
  const rows = widgets.flatMap(({ properties }) => (properties?.metrics ?? []).map(nameOf));
  return rows.filter((name) => name !== undefined);
}

interface Widget {
  readonly properties?: { readonly metrics?: readonly (readonly unknown[])[] };
}

/** `[namespace, name, dimension, value, …, {options}]`; expressions have no name. */
function nameOf(row: readonly unknown[]): string | undefined {
  const words = row.filter((part) => typeof part === "string");
  return words.length < 2 ? undefined : words.join(" ");
}

function textOf(body: unknown): string {
  if (typeof body === "string") return body;
  const [separator, pieces] = (body as { "Fn::Join": [string, readonly unknown[]] })["Fn::Join"];
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : JSON.stringify(piece).replace(/["\\]/g, "")))
    .join(separator);
}
