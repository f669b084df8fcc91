import { beforeAll, describe, expect, it } from "@jest/globals";
import type { z } from "zod";
import { ROUTES } from "#lambdas/api/routes.ts";
import type { Route } from "#lambdas/runtime/route.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { signedHeaders } from "#test/support/siri.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

/** Words of the validator, which are about programs. */
const RAW =
  /invalid (input|option|string|key|element|literal)|expected |received|unrecognized|too (small|big)|>=|<=|\bNaN\b|undefined|\[object|\["|\(\[/i;

/** One value of every kind that a field may get and not be ready for. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  1e300,
  "",
  "#",
  "x".repeat(6_000),
  "x".repeat(5_200_000),
  "half of a pair: \ud800",
  "\udc00",
  [],
  ["a"],
  {},
  { a: { b: 1 } },
];

const bodies = ROUTES.flatMap((row) => (row.body ? [{ row, body: row.body }] : []));
const pathOf = (path: string) => path.replace("{id}", "m_1");

const worldOf = () =>
  memoryWorld({
    models: {
      consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }),
      chat: () => ({ answer: "Gantry." }),
    },
  });

/** What is said of a request that is refused; undefined when it is not refused for its form. */
async function said(method: string, url: string, body?: unknown, headers = {}) {
  const reply = await client(worldOf())(method, url, body === undefined ? {} : { body, headers });
  expect(reply.status).not.toBe(500);
  return reply.status === 400 ? (reply.json as { detail: string; errors: any[] }) : undefined;
}

function expectSentences({ detail, errors = [] }: { detail: string; errors?: any[] }, shape: z.ZodObject) {
  expect(detail).toMatch(/^(The (body|query|address)|[^\s:[\]]+) [a-z][^\n]*\.$/);
  for (const sentence of [detail, ...errors.map(({ message }) => message)]) expect(sentence).not.toMatch(RAW);
  for (const { field } of errors.filter(({ message }) => !message.startsWith("is not a field")))
    expect(["", ...Object.keys(shape.shape)]).toContain(field.split(".")[0]);
}

/** The headers that a request needs, without what a signature is checked for. */
const headersOf = ({ signed }: Route) =>
  signed ? signedHeaders({ key_id: "sk_none", k1: "", k2: "" }, { text: "" }) : {};

describe.each(bodies)("the body of $row.id", ({ row, body }) => {
  const url = pathOf(row.path);

  it("is refused in sentences for any value of a field", async () => {
    for (const field of [...Object.keys(body.shape), "colour"])
      for (const value of VALUES.filter(
        (each) => JSON.stringify(each).length <= (row.maxBytes ?? Infinity),
      )) {
        const refused = await said(row.method, url, { [field]: value }, headersOf(row));
        if (refused) expectSentences(refused, body);
        if (field === "colour")
          expect(refused?.errors).toContainEqual({ field, message: "is not a field of this request" });
      }
  });

  it("is refused in sentences when it is no object", async () => {
    for (const text of ["null", "[]", "1", '"text"', "{", '{"__proto__": 1}', '{"\\ud800": 1}']) {
      const refused = await said(row.method, url, text);
      expect(refused).toBeDefined();
      if (refused) expectSentences(refused, body);
    }
  });

  it("is refused with text that UTF-8 cannot encode", async () => {
    for (const field of Object.keys(body.shape)) {
      const refused = await said(row.method, url, { [field]: "a \ud83d b" });
      expect([field, refused?.errors.map((each) => each.field)]).toEqual([
        field,
        expect.arrayContaining([field]),
      ]);
    }
  });
});

describe.each(ROUTES.filter(({ query }) => Object.keys(query.shape).length > 0))(
  "the query of $id",
  (row) => {
    it("is refused in sentences", async () => {
      for (const field of [...Object.keys(row.query.shape), "colour"])
        for (const value of ["", "#", "-1", "1.5", "1e9", "many", "x".repeat(500), "\u0000"]) {
          const refused = await said(row.method, `${pathOf(row.path)}?${field}=${encodeURIComponent(value)}`);
          if (refused) expectSentences(refused, row.query);
        }
    });
  },
);

describe.each(ROUTES.filter(({ params }) => Object.keys(params.shape).length > 0))("the id of $id", (row) => {
  it("is refused in a sentence", async () => {
    const refused = await said(
      row.method,
      row.path.replace("{id}", "M%23").replace("{token}", "x".repeat(101)),
      row.body ? {} : undefined,
    );
    expect(refused).toBeDefined();
    if (refused) expectSentences(refused, row.params);
  });
});
