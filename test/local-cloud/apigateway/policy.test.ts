import { describe, expect, it } from "@jest/globals";
import { authorizerResultSchema, evaluate } from "#local-cloud/apigateway/policy.ts";
import { fc } from "#test/support/property.ts";

const arn = "arn:aws:execute-api:us-east-1:000000000000:gantry/local/GET/gantry/status/m_1";
const policy = (...statements: object[]) =>
  authorizerResultSchema.parse({
    principalId: "p",
    policyDocument: { Version: "2012-10-17", Statement: statements },
  }).policyDocument;
const allow = (Resource: string | string[]) => ({ Effect: "Allow", Action: "execute-api:Invoke", Resource });
const deny = (Resource: string | string[]) => ({ ...allow(Resource), Effect: "Deny" });

describe("the evaluation of an authorizer's policy", () => {
  it.each([
    "*",
    arn,
    "arn:aws:execute-api:us-east-1:000000000000:gantry/local/*",
    "arn:aws:execute-api:*:*:gantry/*/GET/gantry/status/m_?",
    "*m_1",
  ])("allows by the resource %s", (resource) => {
    expect(evaluate(policy(allow(resource)), arn)).toBe("allow");
  });

  it.each(["", `${arn}/x`, arn.replace("GET", "POST"), "arn:aws:execute-api:*/m_??", "gantry/*"])(
    "does not allow by the resource %s",
    (resource) => {
      expect(evaluate(policy(allow(resource)), arn)).toBe("deny");
    },
  );

  it("prefers an explicit deny in any order", () => {
    expect(evaluate(policy(allow("*"), deny("*/status/*")), arn)).toBe("explicit-deny");
    expect(evaluate(policy(deny("*/status/*"), allow("*")), arn)).toBe("explicit-deny");
    expect(evaluate(policy(allow("*"), deny("*/other/*")), arn)).toBe("allow");
  });

  it("supports lists, a single statement and action wildcards, and matches no other action", () => {
    expect(evaluate(policy(allow(["nothing", arn])), arn)).toBe("allow");
    expect(evaluate(policy({ ...allow("*"), Action: "execute-api:*" }), arn)).toBe("allow");
    expect(evaluate(policy({ ...allow("*"), Action: "s3:*" }), arn)).toBe("deny");
    const single = authorizerResultSchema.parse({
      principalId: "p",
      policyDocument: { Statement: allow("*") },
    });
    expect(evaluate(single.policyDocument, arn)).toBe("allow");
  });

  it("refuses a policy that it would misread", () => {
    const result = (statement: object) => ({ principalId: "p", policyDocument: { Statement: [statement] } });
    expect(authorizerResultSchema.safeParse(result({ ...allow("*"), Condition: {} })).success).toBe(false);
    const { Resource: _, ...without } = allow("*");
    expect(authorizerResultSchema.safeParse(result({ ...without, NotResource: "*" })).success).toBe(false);
    expect(
      authorizerResultSchema.safeParse({ ...result(allow("*")), context: { a: { b: 1 } } }).success,
    ).toBe(false);
  });

  it("matches wildcards like a regular expression", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 10 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "?"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (resource, value) => {
        const expected = new RegExp(`^${resource.replaceAll("?", ".").replaceAll("*", ".*")}$`).test(value);
        expect(evaluate(policy(allow(resource)), value) === "allow").toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
