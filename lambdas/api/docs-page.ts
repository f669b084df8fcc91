import { ERRORS } from "#core/errors.ts";
import { curlOf } from "#lambdas/api/docs/curl.ts";
import { limitsOf } from "#lambdas/api/docs/limits.ts";
import { type Field, type Operation, operationsOf } from "#lambdas/api/docs/operations.ts";
import type { OpenApiDocument } from "#lambdas/api/openapi.ts";

/** The API for people: one plain page made from the same description programs read. */
export function docsPage(document: OpenApiDocument): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gantry API</title><link rel="stylesheet" href="/home.css"><style>${STYLE}</style>
<main>${INTRODUCTION}
${operationsOf(document).map(section).join("\n")}
${errors()}</main></html>`;
}

const STYLE = `main { max-width: 60rem; } section { border-top: 1px solid var(--line); padding-top: 1rem; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; overflow-x: auto; font-size: .85rem; }
table { width: 100%; font-size: .9rem; } td, th { vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .8rem .3rem 0; } td:not(:last-child) { white-space: nowrap; } td:last-child { overflow-wrap: anywhere; min-width: 10rem; }
.wide { overflow-x: auto; }`;

const INTRODUCTION = `<h1>Gantry API</h1>
<p>For programs: <a href="/openapi.json">openapi.json</a>. Unknown fields are refused. Errors are <code>application/problem+json</code>; <code>code</code> is one of <a href="#errors">the codes below</a>, <code>field</code> the first field that is wrong, <code>errors</code> all of them.</p>
<p>The examples want the service's address and a session's token; <code>ID</code> is a mission's or a consultation's id:</p>
<pre><code>export GANTRY=http://127.0.0.1:5050
export TOKEN=$(curl -s "$GANTRY/gantry/auth" -H "Content-Type: application/json" \\
  -d '{"password":"your password"}' | node -p 'JSON.parse(fs.readFileSync(0)).token')</code></pre>
<p id="idempotency">Operations marked <em>repeatable</em> take the header <code>Idempotency-Key</code>, at most 128 characters of your choice: the same key with the same body has one effect and gives the first answer again, marked <code>Idempotency-Replayed: true</code>. With another body it is <code>IdempotencyMismatch</code>.</p>
<p>Operations that cost are limited for each user and each address. Their answers carry <code>RateLimit-Policy</code> (quota <code>q</code>, window <code>w</code> in seconds) and <code>RateLimit</code> (what remains <code>r</code>, seconds <code>t</code> until it is whole). A request over the limit is <code>TooManyRequests</code>, with <code>Retry-After</code> in seconds.</p>`;

function section(operation: Operation): string {
  const { method, path, summary, session, right, keyed, fields, reply } = operation;
  const marks = [
    ...(session ? [`session with the right <code>${escapeHtml(right)}</code> needed`] : []),
    ...(keyed ? ['<a href="#idempotency">repeatable</a>'] : []),
  ];
  return `<section><h2><code>${method} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}</p>
<p><small>Answers ${escapeHtml(reply.status)}, ${escapeHtml(reply.type)}${marks.map((mark) => ` · ${mark}`).join("")}</small></p>
${table(fields)}<pre><code>${escapeHtml(curlOf(operation))}</code></pre></section>`;
}

function table(fields: readonly Field[]): string {
  if (fields.length === 0) return "";
  const rows = fields.map(({ name, place, required, schema }) => {
    const text = [schema.description, limitsOf(schema)].filter(Boolean).join(" ");
    const type = [schema.type ?? "any"].flat().join(" or ");
    const cells = [place, type, required ? "required" : "optional", text].map(
      (cell) => `<td>${escapeHtml(cell)}</td>`,
    );
    return `<tr><td><code>${escapeHtml(name)}</code></td>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table><tr><th>name</th><th>in</th><th>type</th><th></th><th>limits</th></tr>${rows.join("")}</table></div>
`;
}

function errors(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, title }]) =>
      `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  );
  return `<section id="errors"><h2>Errors</h2><div class="wide"><table><tr><th>code</th><th>status</th><th>meaning</th></tr>${rows.join("")}</table></div></section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
