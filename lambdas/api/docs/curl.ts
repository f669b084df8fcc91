import type { Field, Operation } from "./operations.ts";

/** A command for a POSIX shell that performs the operation on $GANTRY. Values that only the caller knows are variables. */
export function curlOf(operation: Operation): string {
  const { method, path, fields, session, json, reply } = operation;
  const shown = fields.filter(({ required, schema }) => required || schema.examples);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const query = shown
    .filter(({ place }) => place === "query")
    .map((field) => `${encodeURIComponent(field.name)}=${encodeURIComponent(String(exampleOf(field)))}`);
  const body = shown.filter(({ place }) => place === "body").map((field) => [field.name, exampleOf(field)]);
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}"$GANTRY${address}${query.length > 0 ? `?${query.join("&")}` : ""}"`,
    ...(session ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(json
      ? ['-H "Content-Type: application/json"', `-d ${quoted(JSON.stringify(Object.fromEntries(body)))}`]
      : []),
    ...(reply.type === "application/zip" ? ["-o evidence.zip"] : []),
  ].join(" \\\n  ");
}

function exampleOf({ name, schema }: Field): unknown {
  const [example] = schema.examples ?? schema.enum ?? [];
  if (example !== undefined) return example;
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return name;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
