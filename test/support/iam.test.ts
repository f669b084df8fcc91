import { describe, expect, it } from "@jest/globals";
import { type AccessRequest, type Decision, decide, type Policies, type Statement } from "./iam.ts";

/** Cases from the IAM user guide's own explanations of each element. */
const request = (rest: Partial<AccessRequest>): AccessRequest => ({
  principal: "arn:aws:iam::1:role/api",
  action: "dynamodb:GetItem",
  resource: "arn:aws:dynamodb:us-east-1:1:table/t",
  ...rest,
});
const allow = (rest: Partial<Statement> = {}): Statement => ({
  Effect: "Allow",
  Action: "dynamodb:GetItem",
  Resource: "arn:aws:dynamodb:us-east-1:1:table/t",
  ...rest,
});
const keys = (operator: string, value: unknown) => ({
  Condition: { [operator]: { "dynamodb:LeadingKeys": value } },
});
const of = (...tenants: string[]) => ({ context: { "dynamodb:LeadingKeys": tenants } });
const TAGGED = ["T#${aws:PrincipalTag/tenant}", "T#${aws:PrincipalTag/tenant}#*"];

const CASES: readonly [string, Policies, AccessRequest, Decision][] = [
  ["nothing is allowed by itself", { identity: [] }, request({}), "denied"],
  ["an allow allows", { identity: [allow()] }, request({}), "allowed"],
  [
    "action names have no case",
    { identity: [allow({ Action: "DynamoDB:getitem" })] },
    request({}),
    "allowed",
  ],
  [
    "resources have",
    { identity: [allow()] },
    request({ resource: "arn:aws:dynamodb:us-east-1:1:table/T" }),
    "denied",
  ],
  [
    "a deny wins over every allow",
    { identity: [allow(), allow({ Effect: "Deny", Resource: "*" })] },
    request({}),
    "explicitly denied",
  ],
  [
    "a deny of the resource's policy too",
    { identity: [allow()], resource: [{ ...allow({ Effect: "Deny" }), Principal: "*" }] },
    request({}),
    "explicitly denied",
  ],
  [
    "the resource's policy may allow",
    { identity: [], resource: [{ ...allow(), Principal: { AWS: "arn:aws:iam::1:role/api" } }] },
    request({}),
    "allowed",
  ],
  [
    "another's allow is not ours",
    { identity: [], resource: [{ ...allow(), Principal: { AWS: "arn:aws:iam::1:role/other" } }] },
    request({}),
    "denied",
  ],
  [
    "an allow for the account alone lends, and allows nobody",
    { identity: [], resource: [{ ...allow(), Principal: { AWS: "arn:aws:iam::1:root" } }] },
    request({}),
    "denied",
  ],
  [
    "a key that lends nothing is not used by an identity policy",
    { identity: [allow({ Action: "kms:Sign", Resource: "*" })], resource: [] },
    request({ action: "kms:Sign" }),
    "denied",
  ],
  [
    "a key that lends its use to the account is",
    {
      identity: [allow({ Action: "kms:Sign", Resource: "*" })],
      resource: [
        { ...allow({ Action: "kms:Sign", Resource: "*" }), Principal: { AWS: "arn:aws:iam::1:root" } },
      ],
    },
    request({ action: "kms:Sign" }),
    "allowed",
  ],
  [
    "NotAction names the rest",
    { identity: [allow({ Action: undefined as never, NotAction: "dynamodb:Scan" })] },
    request({}),
    "allowed",
  ],
  [
    "a condition's key that is missing fails",
    { identity: [allow(keys("StringEquals", "T#a"))] },
    request({}),
    "denied",
  ],
  [
    "IfExists forgives it",
    { identity: [allow(keys("StringEqualsIfExists", "T#a"))] },
    request({}),
    "allowed",
  ],
  [
    "so does ForAllValues, which is why Scan must not be allowed with it",
    { identity: [allow(keys("ForAllValues:StringLike", "T#a"))] },
    request({}),
    "allowed",
  ],
  [
    "every value must be among them",
    { identity: [allow(keys("ForAllValues:StringLike", ["T#a", "T#a#*"]))] },
    request(of("T#a", "T#b")),
    "denied",
  ],
  [
    "one is enough for ForAnyValue",
    { identity: [allow(keys("ForAnyValue:StringLike", ["T#a"]))] },
    request(of("T#a", "T#b")),
    "allowed",
  ],
  [
    "a policy variable stands for the session's tag",
    { identity: [allow(keys("ForAllValues:StringLike", TAGGED))] },
    request({
      context: { ...of("T#tn_1", "T#tn_1#execution#1").context, "aws:PrincipalTag/tenant": "tn_1" },
    }),
    "allowed",
  ],
  [
    "tn_1 is not tn_10",
    { identity: [allow(keys("ForAllValues:StringLike", TAGGED))] },
    request({ context: { ...of("T#tn_10#execution#1").context, "aws:PrincipalTag/tenant": "tn_1" } }),
    "denied",
  ],
  [
    "without the tag nothing matches",
    { identity: [allow(keys("ForAllValues:StringLike", TAGGED))] },
    request(of("T#undefined")),
    "denied",
  ],
  [
    "Null tests for the key itself",
    { identity: [allow({ Condition: { Null: { "aws:MultiFactorAuthAge": "true" } } })] },
    request({}),
    "allowed",
  ],
];

describe("the IAM evaluation of a request", () => {
  it.each(CASES)("decides on %s", (_, policies, asked, decision) => {
    expect(decide(policies, asked)).toBe(decision);
  });

  it("refuses to evaluate what it does not know", () => {
    expect(() => decide({ identity: [allow(keys("DateLessThan", "2030"))] }, request({}))).toThrow(
      "DateLessThan",
    );
    expect(() => decide({ identity: [{ ...allow(), Sids: "x" } as never] }, request({}))).toThrow("Sids");
  });
});
