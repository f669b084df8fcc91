import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { ERRORS } from "#core/errors.ts";
import { curlOf } from "#lambdas/api/docs/curl.ts";
import { operationsOf } from "#lambdas/api/docs/operations.ts";
import { docsPage } from "#lambdas/api/docs-page.ts";
import { openApiDocument } from "#lambdas/api/openapi.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { route } from "#lambdas/runtime/route.ts";

const document = JSON.parse(JSON.stringify(openApiDocument(ROUTES)));

function operations() {
  return Object.entries<Record<string, any>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** The stacks are made from this file: they import no product code. */
const COMMAND = "node scripts/run.mjs scripts/write-openapi.mjs";

describe("openapi.json", () => {
  it(`is this document; "${COMMAND}" writes it`, () => {
    const written = JSON.parse(readFileSync("openapi.json", "utf8"));
    const current = JSON.stringify(written) === JSON.stringify(document);
    expect(current ? "current" : `out of date: run ${COMMAND}`).toBe("current");
  });
});

describe("the OpenAPI document", () => {
  it("is of version 3.1 and has every route, under a name of its own", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: "Gantry", version: expect.any(String) });
    expect(
      operations()
        .map(({ path, method }) => `${method.toUpperCase()} ${path}`)
        .sort(),
    ).toEqual(ROUTES.map(({ path, method }) => `${method} ${path}`).sort());
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("declares every path parameter, and says what each route answers and refuses", () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((p: any) => p.in === "path");
      expect([path, declared.map((p: any) => p.name)]).toEqual([path, named]);
      for (const parameter of declared) expect(parameter.required).toBe(true);
      const codes = Object.keys(operation.responses);
      expect(codes).toContain("default");
      expect(codes.some((code) => /^2\d\d$/.test(code))).toBe(true);
      expect(operation.responses.default.content["application/problem+json"]).toBeDefined();
    }
  });

  it("asks for a session wherever the handler does, with schemes that exist", () => {
    for (const { path, method, operation } of operations()) {
      const row = ROUTES.find((each) => each.path === path && each.method === method.toUpperCase());
      expect([path, operation.security.length > 0]).toEqual([path, row?.right !== "public"]);
      for (const scheme of operation.security.flatMap(Object.keys))
        expect(document.components.securitySchemes).toHaveProperty(scheme);
    }
  });

  it("refers only to what it holds", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, ref]) => ref as string,
    );
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs) expect(document).toHaveProperty(ref.split("/"));
  });

  it("knows every error code", () => {
    const problem = document.components.schemas.Problem;
    expect(problem.properties.code.enum.sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it("refuses unknown fields of every body, as the handler does", () => {
    const bodies = operations().flatMap(
      ({ operation }) => operation.requestBody?.content["application/json"].schema ?? [],
    );
    expect(bodies.length).toBeGreaterThan(5);
    for (const body of bodies) expect(body.additionalProperties).toBe(false);
  });
});

describe("the page for people", () => {
  it("shows every route and has an anchor for every error", () => {
    const page = docsPage(openApiDocument(ROUTES));
    for (const { method, path } of ROUTES) expect(page).toContain(`<code>${method} ${path}</code>`);
    for (const code of Object.keys(ERRORS)) expect(page).toContain(`id="error-${code}"`);
  });

  it("says of each field where it goes, what it may be, and of each operation what it answers", () => {
    const page = docsPage(openApiDocument(ROUTES));
    const row = (name: string, ...cells: string[]) =>
      `<tr><td><code>${name}</code></td>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    expect(page).toContain(row("password", "body", "string", "required", "1 to 1,000 characters"));
    expect(page).toContain(row("after", "query", "integer", "optional", "at least 0; 0 when left out"));
    expect(page).toContain(row("deploy", "body", "boolean", "optional", ""));
    expect(page).toMatch(/<td>path<\/td><td>string<\/td><td>required<\/td><td>matches \^\[0-9a-z\]/);
    expect(page).toContain(
      "Answers 202, application/json · session with the right <code>write</code> needed",
    );
    expect(page.match(/<code>Idempotency-Key</g)).toHaveLength(1);
  });

  it("has a command for each operation, with a token where a session is needed", () => {
    const commands = operationsOf(openApiDocument(ROUTES)).map(curlOf);
    expect(commands).toHaveLength(ROUTES.length);
    ROUTES.forEach(({ path, right }) => {
      const address = `"$GANTRY${path.replace(/\{\w+\}/g, "$ID")}`;
      const command = commands.find((each) => each.includes(`${address}"`) || each.includes(`${address}?`));
      expect([path, command?.includes('-H "Authorization: Bearer $TOKEN"')]).toEqual([
        path,
        right !== "public",
      ]);
    });
    expect(commands).toContain(
      [
        'curl -X POST "$GANTRY/gantry/consult"',
        '-H "Authorization: Bearer $TOKEN"',
        '-H "Content-Type: application/json"',
        `-d '{"message":"Build me a task manager"}'`,
      ].join(" \\\n  "),
    );
    expect(commands.join("\n")).toContain('"$GANTRY/gantry/search?q=task%20manager"');
  });

  it("lets no text of a route become markup", () => {
    const page = docsPage(
      openApiDocument([
        route({
          method: "GET",
          path: '/a"><script>',
          id: "a",
          right: "public",
          summary: '</p><script>alert(1)</script> & "x"',
          query: z.strictObject({ "<b>": z.string() }),
          reply: { status: 200, schema: z.string() },
          handle: async () => ({ status: 200, body: "" }),
        }),
      ]),
    );
    expect(page).not.toMatch(/<script|<b>/);
    expect(page).toContain("&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;x&#34;");
  });
});
