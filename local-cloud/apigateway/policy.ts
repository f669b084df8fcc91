import { z } from "zod";

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** The subset of an IAM policy that an authorizer needs; conditions and negations are refused, not ignored. */
const policySchema = z.strictObject({
  Version: z.literal("2012-10-17").optional(),
  Statement: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]).pipe(
    z.array(
      z.strictObject({
        Sid: z.string().optional(),
        Effect: z.enum(["Allow", "Deny"]),
        Action: oneOrMore,
        Resource: oneOrMore,
      }),
    ),
  ),
});

/** What a Lambda authorizer returns (API Gateway developer guide, "Output from an API Gateway Lambda authorizer"). */
export const authorizerResultSchema = z.strictObject({
  principalId: z.string(),
  policyDocument: policySchema,
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  usageIdentifierKey: z.string().optional(),
});

type Policy = z.output<typeof policySchema>;

/**
 * Evaluates as IAM does: an explicit deny takes precedence, then an allow; everything else is an implicit
 * deny.
 */
export function evaluate(policy: Policy, methodArn: string): "allow" | "deny" | "explicit-deny" {
  const effects = policy.Statement.filter(
    (statement) =>
      statement.Action.some((action) => like(action.toLowerCase(), "execute-api:invoke")) &&
      statement.Resource.some((resource) => like(resource, methodArn)),
  ).map((statement) => statement.Effect);
  if (effects.includes("Deny")) return "explicit-deny";
  return effects.includes("Allow") ? "allow" : "deny";
}

/** `*` matches any characters including slashes, `?` exactly one. Takes linear time for each star. */
function like(pattern: string, value: string): boolean {
  let p = 0;
  let v = 0;
  let star = -1;
  let retry = 0;
  while (v < value.length) {
    if (pattern[p] === "*") {
      star = p++;
      retry = v;
    } else if (pattern[p] === "?" || pattern[p] === value[v]) {
      p++;
      v++;
    } else if (star >= 0) {
      p = star + 1;
      v = ++retry;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
