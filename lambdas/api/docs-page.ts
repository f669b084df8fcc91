import { ERRORS } from "#core/errors.ts";
import type { OpenApiDocument } from "#lambdas/api/openapi.ts";

/** The API for people: one plain page made from the same description programs read. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(
      methods as Record<
        string,
        { summary?: string; security?: unknown[]; requestBody?: unknown; parameters?: unknown[] }
      >,
    ).map(([method, operation]) => ({ path, method, operation })),
  );
  const rows = operations.map(
    ({
      path,
      method,
      operation,
    }) => `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary ?? "")}${operation.security?.length ? " <small>Session needed.</small>" : ""}</p>
${fields(operation)}</section>`,
  );
  const errors = Object.entries(ERRORS).map(
    ([code, { status, title }]) =>
      `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gantry API</title><link rel="stylesheet" href="/home.css">
<main><h1>Gantry API</h1><p>For programs: <a href="/openapi.json">openapi.json</a>. Errors are <code>application/problem+json</code>; <code>code</code> is one of the codes below.</p>
${rows.join("\n")}
<section><h2>Errors</h2><table><tr><th>code</th><th>status</th><th>meaning</th></tr>${errors.join("")}</table></section></main></html>`;
}

function fields(operation: { requestBody?: unknown; parameters?: unknown[] }): string {
  const body = (
    operation.requestBody as { content?: Record<string, { schema?: { properties?: object } }> } | undefined
  )?.content?.["application/json"]?.schema?.properties;
  const parameters = (operation.parameters ?? []) as { name?: string; in?: string; required?: boolean }[];
  const named = [
    ...parameters.map(({ name, in: place }) => `<code>${escapeHtml(name ?? "")}</code> (${place})`),
    ...Object.keys(body ?? {}).map((name) => `<code>${escapeHtml(name)}</code>`),
  ];
  return named.length === 0 ? "" : `<p>Takes ${named.join(", ")}.</p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
