import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { needsSession } from "#core/identity/authorise.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { GATEWAY_PROBLEMS } from "#core/web/gateway-problems.ts";
import { REPLIES } from "#core/web/replies/replies.ts";
import { openApiDocument } from "#lambdas/api/openapi/document.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { refusalsOf } from "#lambdas/runtime/refusals.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { apiModule } from "../../scripts/sdk/api-module.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

const document = JSON.parse(JSON.stringify(openApiDocument(ROUTES)));
const operations = ROUTES.map((row) => ({
  row,
  name: `${row.method} ${row.path}`,
  operation: document.paths[row.path][row.method.toLowerCase()],
}));
const component = (value: any) =>
  value.$ref
    ? value.$ref
        .slice(2)
        .split("/")
        .reduce((part: any, key: string) => part[key], document)
    : value;

/** The stacks are made from this file: they import no product code. */
const COMMAND = "npm run openapi";

describe("openapi.json", () => {
  it(`equals the generated document; "${COMMAND}" writes it`, () => {
    const written = JSON.parse(readFileSync("openapi.json", "utf8"));
    const current = JSON.stringify(written) === JSON.stringify(document);
    expect(current ? "current" : `out of date: run ${COMMAND}`).toBe("current");
  });

  it(`has its types in the SDK; "${COMMAND}" writes them`, () => {
    const format = ["format", "--stdin-file-path=sdk/typescript/api.ts"];
    const { stdout } = spawnSync("node_modules/.bin/biome", format, {
      input: apiModule(document),
      encoding: "utf8",
    });
    const current = readFileSync("sdk/typescript/api.ts", "utf8") === stdout;
    expect(current ? "current" : `out of date: run ${COMMAND}`).toBe("current");
  });
});

describe("the OpenAPI document", () => {
  it("has version 3.1 and every route, under its own operation id", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: "Gantry", version: expect.any(String) });
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives no two values of an operation the same name, as the SDK takes them in one object", () => {
    for (const { name, operation } of operations) {
      const own = (operation.parameters ?? [])
        .filter((each: any) => !each.$ref)
        .map((each: any) => each.name);
      const body = operation.requestBody?.content["application/json"]?.schema;
      const members = body ? Object.keys(component(body).properties ?? {}) : [];
      expect([name, new Set([...own, ...members]).size]).toEqual([name, own.length + members.length]);
    }
  });

  it("has no member that requests may not contain", () => {
    expect(JSON.stringify(document)).not.toContain('"readOnly"');
  });

  it("describes each operation, in a group with a description", () => {
    const tags = document.tags.map(({ name, description }: any) => description && name);
    for (const { name, operation } of operations) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/^[A-Z].{5,60}\.$/)]);
      expect([name, operation.description]).toEqual([name, expect.stringMatching(/\S/)]);
      expect(tags).toContain(operation.tags[0]);
    }
    expect(new Set(operations.map(({ operation }) => operation.tags[0])).size).toBe(tags.length);
    expect(document.servers).toEqual([{ url: "/", description: expect.any(String) }]);
  });

  it("declares every path parameter", () => {
    for (const { row, operation } of operations) {
      const named = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.map(component).filter((p: any) => p.in === "path");
      expect([row.path, declared.map((p: any) => p.name)]).toEqual([row.path, named]);
      for (const parameter of declared) expect(parameter.required).toBe(true);
    }
  });

  it("has exactly the statuses of replies of each operation", () => {
    for (const { name, row, operation } of operations) {
      const own = [row.reply, ...row.others].map(({ status }) => status);
      const unchanged = row.method === "GET" && row.reply.status === 200 ? [304] : [];
      const refusals = [...refusalsOf(row).keys()];
      expect([name, Object.keys(operation.responses).map(Number)]).toEqual([
        name,
        [...own, ...unchanged, ...refusals].toSorted((a, b) => a - b),
      ]);
      for (const problem of [
        GATEWAY_PROBLEMS.THROTTLED,
        GATEWAY_PROBLEMS.INTEGRATION_TIMEOUT,
        GATEWAY_PROBLEMS.DEFAULT_5XX,
      ])
        expect([name, refusals]).toEqual([name, expect.arrayContaining([problem.status])]);
      expect([name, refusals.includes(401)]).toEqual([
        name,
        row.right !== "public" || row.signed || row.id === "logIn",
      ]);
      expect([name, refusals.includes(413)]).toEqual([name, row.body !== null]);
      expect([name, refusals.includes(415)]).toEqual([name, row.body !== null]);
    }
  });

  it("has problems with their codes for every refusal, and no other type", () => {
    for (const { row, operation } of operations)
      for (const [status, codes] of refusalsOf(row)) {
        const { content, description } = component(operation.responses[status]);
        expect(Object.keys(content)).toEqual(["application/problem+json"]);
        const [problem, { properties }] = content["application/problem+json"].schema.allOf;
        expect(problem).toEqual({ $ref: "#/components/schemas/Problem" });
        expect(properties).toEqual({ status: { const: status }, code: { enum: codes } });
        for (const code of codes) expect(description).toContain(`\`${code}\``);
      }
  });

  it("leaves problems open, with the members of RFC 9457 and the product's code", () => {
    const { Problem, ErrorCode: codes } = document.components.schemas;
    expect(Problem.additionalProperties).toBe(true);
    expect(Problem.required).toEqual(["type", "title", "status", "detail", "code"]);
    expect(codes.enum).toEqual(Object.keys(ERRORS));
    expect(codes["x-gantry-errors"]).toEqual(
      Object.entries(ERRORS).map(([code, { status, title }]) => ({ code, status, title })),
    );
  });

  it("requires a session, or a sufficient key, wherever the handler does, with schemes that exist", () => {
    for (const { name, row, operation } of operations) {
      const sessions = [{ cookie: [], page: [] }, { bearer: [] }];
      const key = { key: [] }; // Its scope is in x-gantry-scope: a bearer scheme has none of its own.
      const signed = row.signed ? [{ siri: [] }] : [];
      const optional = row.session ? [{}, ...sessions, key] : signed;
      const needed = needsSession(row) ? sessions : [...sessions, key];
      expect([name, operation.security]).toEqual([name, row.right === "public" ? optional : needed]);
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual([
      "cookie",
      "page",
      "bearer",
      "key",
      "siri",
    ]);
  });

  it("names the session cookie of the serving installation", async () => {
    const { json } = await client(memoryWorld())("GET", "/openapi.json");
    expect(json.components.securitySchemes.cookie.name).toBe(process.env.SESSION_COOKIE);
  });

  it("refers only to its own components, and has no unused one", () => {
    const text = JSON.stringify(document);
    const refs = new Set([...text.matchAll(/"(#\/components\/[^"]+)"/g)].map(([, ref]) => ref as string));
    for (const ref of refs) expect(document).toHaveProperty(ref.slice(2).split("/"));
    const { securitySchemes: _, ...components } = document.components;
    const held = Object.entries<object>(components).flatMap(([kind, each]) =>
      Object.keys(each).map((name) => `#/components/${kind}/${name}`),
    );
    expect(held.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it("distinguishes signals by their type", () => {
    const { oneOf, discriminator } = document.components.schemas.Signal;
    expect(discriminator.propertyName).toBe("type");
    expect(Object.values(discriminator.mapping)).toEqual(oneOf.map(({ $ref }: any) => $ref));
    for (const [type, ref] of Object.entries(discriminator.mapping))
      expect(component({ $ref: ref }).properties.type).toEqual({ type: "string", const: type });
  });

  it("names the schemas of replies as the route table does", () => {
    const named = Object.entries(REPLIES).filter(([name]) => /^[A-Z]/.test(name));
    for (const [name, schema] of named) expect([name, schema.meta()?.id]).toEqual([name, name]);
    expect(named.length).toBeGreaterThan(20);
  });

  it("names the schema of every reply", () => {
    for (const { name, row, operation } of operations) {
      const { schema } = Object.values<any>(operation.responses[row.reply.status].content)[0];
      if (row.reply.type === undefined) expect([name, Object.keys(schema)]).toEqual([name, ["$ref"]]);
    }
  });
});

describe("the body schema in openapi.json", () => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: "api", ...document });
  const withBody = operations.filter(({ row }) => row.body !== null);
  const schemaOf = (operation: any) =>
    JSON.parse(
      JSON.stringify(operation.requestBody.content["application/json"].schema).replaceAll(
        '"#/components/',
        '"api#/components/',
      ),
    );
  const codeOf = (json: any): ErrorCode | undefined => json.code;

  it.each(withBody.map(({ name, row, operation }) => [name, row, operation] as const))(
    "%s: is refused where the handler refuses it",
    async (_, row, operation) => {
      const ask = client(memoryWorld());
      const path = row.path.replace("{id}", "m_1");
      for (const body of [
        {},
        { unknown: 1 },
        { message: "" },
        { message: null },
        { confirm: "0".repeat(64) },
        { message: "Build me a quiz", image_filename: "a.png" },
        { voice_memo: 1 },
        { password: "" },
        { mission_id: "M#1" },
      ]) {
        const { status, json } = await ask(row.method, path, { body });
        const refused = status === 400 && codeOf(json) === "InvalidInput";
        expect([body, ajv.validate(schemaOf(operation), body)]).toEqual([body, !refused]);
      }
      const { status, json } = await ask(row.method, path);
      expect(operation.requestBody.required).toBe(status === 400 && codeOf(json) === "InvalidInput");
    },
  );
});
