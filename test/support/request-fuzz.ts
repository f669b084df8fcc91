import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { fc } from "#test/support/property.ts";

/** One request as it goes onto the wire. Header names may repeat. */
export interface FuzzRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

type Schema = Readonly<Record<string, any>>;

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
}

const openApi = JSON.parse(readFileSync("openapi.json", "utf8"));

/** Names that a look-up finds in every plain object. */
const PROTOTYPE_NAMES = Object.getOwnPropertyNames(Object.prototype);

const hostileName = fc.oneof(
  fc.constantFrom(...PROTOTYPE_NAMES),
  fc.stringMatching(/^[A-Za-z_$][\w$-]{0,12}$/),
);
const hostileText = fc.oneof(
  hostileName,
  fc.string({ maxLength: 40, unit: "binary" }),
  fc.constantFrom("", "0", "-1", "null", "%00", "%", "../..", "\ud800", "\u202e", "a".repeat(9000)),
);
const hostileValue = fc.oneof(
  hostileText,
  fc.integer(),
  fc.constantFrom(null, true, [], {}, 1e308, -0),
  fc.dictionary(hostileName, fc.constantFrom("x", 1, null), { maxKeys: 3, noNullPrototype: false }),
);

/** A value that fits a schema of the API's inputs. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(openApi.components.schemas[schema.$ref.split("/").at(-1)]);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting));
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "integer" || schema.type === "number")
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 1000) });
  if (schema.type === "array") return fc.array(fitting(schema.items ?? {}), { maxLength: 2 });
  if (schema.type === "object") return objectOf(schema, fitting);
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, 30) });
}

function objectOf({ properties = {} }: Schema, value: (schema: Schema) => fc.Arbitrary<unknown>) {
  const fields = Object.fromEntries(
    Object.entries(properties as Record<string, Schema>).map(([name, schema]) => [name, value(schema)]),
  );
  return fc.record(fields, { requiredKeys: [] });
}

/** Now and then what does not fit in the place of what does. */
const spoiled = (schema: Schema) =>
  fc.oneof({ weight: 3, arbitrary: fitting(schema) }, { weight: 1, arbitrary: hostileValue });

/** An object of JSON with one more member, which an object's literal could not always write. */
const withMember = fc.tuple(hostileName, hostileValue).map(
  ([name, value]) =>
    (text: string) =>
      text.replace(/^\{/, `{${JSON.stringify(name)}:${JSON.stringify(value)}${text === "{}" ? "" : ","}`),
);

function bodyOf(operation: Operation): fc.Arbitrary<string> {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (!schema) return fc.oneof({ weight: 5, arbitrary: fc.constant("") }, hostileText);
  const json = objectOf(resolved(schema), spoiled).map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 4, arbitrary: json },
    { weight: 2, arbitrary: fc.tuple(json, withMember).map(([text, add]) => add(text)) },
    { weight: 1, arbitrary: fc.oneof(fc.json(), hostileText) },
  );
}

const resolved = (schema: Schema): Schema =>
  schema.$ref ? openApi.components.schemas[schema.$ref.split("/").at(-1)] : schema;

const query = (known: readonly string[]) =>
  fc.array(
    fc.tuple(
      known.length > 0 ? fc.oneof(fc.constantFrom(...known), hostileName) : hostileName,
      fc.oneof(hostileText.map(encode), fc.constantFrom("%", "%zz", "%ff", "+", "a=b")),
    ),
    { maxLength: 4 },
  );

const encode = (text: string) => encodeURIComponent(text.toWellFormed());

/** Requests to the operations of openapi.json, mostly well-formed. */
const described: fc.Arbitrary<FuzzRequest> = fc
  .constantFrom(
    ...Object.entries(openApi.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    ),
  )
  .chain(({ path, method, operation }) => {
    const names = (operation.parameters ?? []).filter((each) => each.in === "query").map(({ name }) => name);
    const segment = fc.oneof(fc.constantFrom("m_0000000010000000000000000"), hostileText.map(encode));
    return fc.record({
      method: fc.oneof({ weight: 6, arbitrary: fc.constant(method) }, methods),
      target: fc
        .tuple(segment, query(names))
        .map(([id, pairs]) => path.replace(/\{\w+\}/, id || "x") + queryText(pairs)),
      headers,
      body: bodyOf(operation),
    });
  });

const methods = fc.constantFrom(
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "PROPFIND",
  "TRACE",
);
const queryText = (pairs: readonly (readonly [string, string])[]) =>
  pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${encode(name)}=${value}`).join("&")}`;

const token = fc.oneof(
  hostileName,
  fc.constantFrom(
    "Accept",
    "Content-Type",
    "Cookie",
    "Authorization",
    "Origin",
    "X-Request-ID",
    "Gantry-Version",
    "If-None-Match",
    "Accept-Encoding",
    "Sec-Fetch-Site",
    "Range",
    "Idempotency-Key",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Amz-Target",
  ),
);
const fieldValue = fc.oneof(
  hostileName,
  fc.stringMatching(/^[\x21-\x7e]{0,60}$/),
  fc.constantFrom(
    "*/*",
    "text/html",
    "application/json",
    "application/zip",
    "gzip, br;q=0.5",
    "null",
    "bytes=0-1",
    "*",
    "http://evil.example",
    "cross-site",
    "Bearer x",
    "AWS4-HMAC-SHA256 Credential=gantry/20261121/us-east-1/constructor/aws4_request",
  ),
);
const headers = fc.array(fc.tuple(token, fieldValue), { maxLength: 4 });

/** Requests to anything: files, mounts, other services, paths that are none. */
const random: fc.Arbitrary<FuzzRequest> = fc.record({
  method: methods,
  target: fc
    .tuple(
      fc.constantFrom(
        "/",
        "/gantry/",
        "/github/",
        "/github/api/v3/repos/",
        "/vercel/",
        "/vercel/v9/projects/",
        "/vercel/v13/deployments/",
        "/home.js/",
        "/model/",
        "//",
      ),
      fc.array(fc.oneof(hostileText.map(encode), fc.constantFrom("..", ".", "%2e%2e", "%00", "%")), {
        maxLength: 3,
      }),
      query([]),
    )
    .map(([start, segments, pairs]) => start + segments.join("/") + queryText(pairs)),
  headers,
  body: fc.oneof(fc.constant(""), hostileText, fc.json()),
});

export const fuzzRequests: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 2, arbitrary: described },
  { weight: 1, arbitrary: random },
);

/** Sends a request byte for byte, with these headers before its own, and returns the status of the response. */
export function sendRaw(
  port: number,
  { method, target, headers: own, body }: FuzzRequest,
  before: readonly (readonly [string, string])[],
): Promise<number> {
  const bytes = Buffer.from(body.toWellFormed());
  const lines = [
    ["Host", `127.0.0.1:${port}`],
    ["Connection", "close"],
    ["Content-Length", String(bytes.length)],
    ...before,
    ...own,
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      answer = (answer + text).slice(0, 100);
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
    socket.write(
      Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`), bytes]),
    );
  });
}
