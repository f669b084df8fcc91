// Creates local-cloud/github/openapi.json: the part of GitHub's own API description that the local GitHub
// implements.
//
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
//   node scripts/slice-github-openapi.mjs package/generated/api.github.com.json
//
// The description is MIT licensed. It is reduced to the operations below and the schemas to which they refer,
// without descriptions, and written as plain JSON Schema, so that ajv can read it: OpenAPI 3.0's `nullable`
// becomes a union with null; `oneOf` becomes `anyOf`, as its alternatives overlap; objects are closed, so
// that a misspelt member is detected.
import { readFileSync, writeFileSync } from "node:fs";

const OPERATIONS = [
  "apps/create-installation-access-token",
  "git/create-blob",
  "git/create-commit",
  "git/create-ref",
  "git/create-tree",
  "git/get-blob",
  "git/get-commit",
  "git/get-ref",
  "git/get-tree",
  "git/update-ref",
  "issues/add-labels",
  "issues/create-comment",
  "issues/list-comments",
  "issues/list-labels-on-issue",
  "pulls/create",
  "pulls/get",
  "pulls/list",
  "pulls/list-commits",
  "pulls/list-files",
  "pulls/update",
  "rate-limit/get",
  "repos/create-for-authenticated-user",
  "repos/create-in-org",
  "repos/create-or-update-file-contents",
  "repos/get",
  "repos/get-branch",
  "repos/get-content",
  "repos/list-branches",
  "repos/list-for-authenticated-user",
  "repos/list-for-org",
  "users/get-authenticated",
];

/**
 * Members that the description requires, but that GitHub's responses and its own examples do not always
 * contain.
 */
const NOT_ALWAYS_PRESENT = {
  repository: ["has_discussions"],
  "minimal-repository": ["has_discussions", "language"],
  "full-repository": ["has_discussions", "language"],
  team: ["type"],
  "team-simple": ["type"],
};

/** Members of GitHub's responses that the description omits. */
const MISSING = { "validation-error": { status: { type: "string" } } };

/** Members that are descriptions or matter only to generators of clients and documentation. */
const PROSE = new Set(["description", "example", "examples", "externalDocs", "discriminator", "deprecated"]);
const METHODS = new Set(["get", "post", "put", "patch", "delete"]);

const [, , path] = process.argv;
if (!path) throw new Error("usage: slice-github-openapi.mjs <path of api.github.com.json>");
const source = JSON.parse(readFileSync(path, "utf8"));

const paths = slicePaths();
const schemas = referredSchemas(paths);
for (const [name, members] of Object.entries(NOT_ALWAYS_PRESENT)) {
  const schema = schemas[name];
  if (schema) schema.required = schema.required?.filter((member) => !members.includes(member)) ?? [];
}
schemas["pull-request-simple"].properties.labels.items.properties.description = { type: ["string", "null"] };
for (const [name, members] of Object.entries(MISSING)) Object.assign(schemas[name].properties, members);
const slice = {
  openapi: "3.1.0",
  info: {
    title: "The part of GitHub's REST API that Gantry's local cloud implements",
    version: source.info.version,
    license: { name: "MIT", url: "https://spdx.org/licenses/MIT" },
    "x-source": `@octokit/openapi@${source.info.version} generated/api.github.com.json`,
    "x-made-by": "scripts/slice-github-openapi.mjs",
  },
  paths,
  components: { schemas },
};
const target = new URL("../local-cloud/github/openapi.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(slice, null, 1)}\n`);

function slicePaths() {
  const wanted = new Set(OPERATIONS);
  const found = {};
  for (const [path, item] of Object.entries(source.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!METHODS.has(method) || !wanted.delete(operation.operationId)) continue;
      found[path] = { ...found[path], [method]: sliceOperation(operation) };
    }
  }
  if (wanted.size > 0) throw new Error(`the description does not have ${[...wanted].join(", ")}`);
  return found;
}

function sliceOperation({ operationId, parameters = [], requestBody, responses, "x-github": github }) {
  return {
    operationId,
    "x-github": { enabledForGitHubApps: github.enabledForGitHubApps },
    parameters: parameters.map(resolve).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      ...(parameter.required ? { required: true } : {}),
      ...(parameter["x-multi-segment"] ? { "x-multi-segment": true } : {}),
      schema: plain(parameter.schema),
    })),
    ...(requestBody ? { requestBody: sliceBody(requestBody) } : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, sliceBody(resolve(response))]),
    ),
  };
}

function sliceBody({ required, content }) {
  const json = content?.["application/json"];
  if (!json) return {};
  return {
    ...(required ? { required } : {}),
    content: { "application/json": { schema: plain(json.schema) } },
  };
}

function resolve(node) {
  if (!node.$ref) return node;
  return node.$ref
    .slice(2)
    .split("/")
    .reduce((at, key) => at[key], source);
}

/**
 * Returns the schema as closed JSON Schema 2020-12, without descriptions. A property may have the name
 * `description`.
 */
function plain(schema, isMap = false) {
  if (Array.isArray(schema)) return schema.map((item) => plain(item));
  if (typeof schema !== "object" || schema === null) return schema;
  const rest = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!isMap && (PROSE.has(key) || key.startsWith("x-") || key === "nullable")) continue;
    rest[!isMap && key === "oneOf" ? "anyOf" : key] = plain(value, !isMap && key === "properties");
  }
  if (!isMap && rest.properties) rest.additionalProperties ??= false;
  return !isMap && schema.nullable === true ? { anyOf: [rest, { type: "null" }] } : rest;
}

function referredSchemas(root) {
  const found = {};
  const visit = (node) => {
    if (typeof node !== "object" || node === null) return;
    const name = typeof node.$ref === "string" ? node.$ref.replace("#/components/schemas/", "") : undefined;
    if (name !== undefined && !(name in found)) {
      found[name] = plain(source.components.schemas[name]);
      visit(found[name]);
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(root);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
