import { describe, expect, it } from "@jest/globals";
import { attempt, problemOf, refusal } from "#adapters/aws-account/problem.ts";

const CANARY = "canary0123456789";
const error = (name: string, message = CANARY) => Object.assign(new Error(message), { name });

describe("the problem description of a failed AWS call", () => {
  it.each([
    [error("CredentialsProviderError"), "Unauthenticated", "There are no AWS credentials."],
    [
      error("CredentialsProviderError", "The SSO session associated with this profile has expired"),
      "Unauthenticated",
      "The AWS session has expired.",
    ],
    [error("ExpiredTokenException"), "Unauthenticated", "The AWS credentials have expired."],
    [error("UnrecognizedClientException"), "Unauthenticated", "AWS does not accept these credentials."],
    [error("Error", "Region is missing"), "InvalidInput", "No AWS region is set."],
    [error("AccessDeniedException"), "Forbidden", "These credentials do not allow ssm:PutParameter."],
    [
      error("AccessDenied", `User: ${CANARY} is not authorized to perform: kms:Encrypt on resource: x`),
      "Forbidden",
      "These credentials do not allow kms:Encrypt.",
    ],
    [error("ThrottlingException"), "TooManyRequests", "Too many requests to AWS for ssm:PutParameter."],
    [
      Object.assign(new Error(CANARY), { code: "ENOTFOUND" }),
      "EnvironmentFailure",
      "AWS does not respond (ssm:PutParameter).",
    ],
    [error("TimeoutError"), "EnvironmentFailure", "AWS does not respond (ssm:PutParameter)."],
    [
      error("ValidationException"),
      "EnvironmentFailure",
      "AWS refused ssm:PutParameter with ValidationException.",
    ],
    [error(`it was ${CANARY}`), "EnvironmentFailure", "AWS refused ssm:PutParameter with an error."],
  ])("of %# is one sentence with a remedy", (thrown, code, sentence) => {
    const problem = problemOf(thrown, "ssm:PutParameter");
    expect(problem).toMatchObject({ code, sentence, fix: expect.stringMatching(/^[A-Z].*\w\.?$/) });
    expect(JSON.stringify(problem)).not.toContain(CANARY);
  });

  it("keeps nothing of AWS's message when it becomes an error", () => {
    const refused = refusal(error("ValidationException", `Value '${CANARY}' at 'value'`), "ssm:PutParameter");
    expect(refused.cause).toBeUndefined();
    expect(refused.stack).not.toContain(CANARY);
  });

  it("is returned as a value where one failed check must not stop the others", async () => {
    expect(await attempt("a:B", async () => 7)).toEqual({ value: 7 });
    const denied = await attempt("a:B", () => Promise.reject(error("AccessDenied")));
    expect(denied).toMatchObject({ problem: { code: "Forbidden" } });
  });
});
