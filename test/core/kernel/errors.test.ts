import { describe, expect, it } from "@jest/globals";
import { ERRORS, type ErrorCode, GantryError, toProblem } from "#core/kernel/errors.ts";

describe("an error", () => {
  it("has its code as its name, and no field, facts or cause unless it was given them", () => {
    const error = new GantryError("NotFound", "There is no m_1.");
    expect(error).toMatchObject({ name: "NotFound", code: "NotFound", message: "There is no m_1." });
    expect([error.field, error.detail, "cause" in error]).toEqual([undefined, {}, false]);
    const cause = new Error("x");
    const full = new GantryError("InvalidInput", "no", { field: "a.b", detail: { n: 1 }, cause });
    expect([full.field, full.detail, full.cause]).toEqual(["a.b", { n: 1 }, cause]);
  });

  it("has a title of its own and a status of 400 or more, whatever its code", () => {
    const kinds = Object.values(ERRORS);
    expect(new Set(kinds.map(({ title }) => title)).size).toBe(kinds.length);
    for (const { title, status } of kinds) {
      expect(title).toMatch(/^[A-Z].{5,}[a-z]$/);
      expect(status >= 400 && status < 600).toBe(true);
    }
  });

  it("may pass by itself where a concurrent change, too many requests or a service was the reason", () => {
    const passing = Object.entries(ERRORS).flatMap(([code, { retry }]) => (retry ? [code as ErrorCode] : []));
    expect(passing.sort()).toEqual([
      "Conflict",
      "EnvironmentFailure",
      "GitHubUnavailable",
      "Internal",
      "ModelUnavailable",
      "NotLive",
      "RequestInProgress",
      "TooManyRequests",
      "VercelUnavailable",
    ]);
  });
});

describe("what clients see of an error", () => {
  it("is its problem: type, title, status, message, code, field and facts", () => {
    const error = new GantryError("Conflict", "Try again.", {
      field: "id",
      detail: { retry_after_seconds: 5 },
      cause: new Error("secret"),
    });
    expect(toProblem(error)).toEqual({
      type: "/docs#error-Conflict",
      title: "Conflict with a concurrent change",
      status: 409,
      detail: "Try again.",
      code: "Conflict",
      field: "id",
      retry_after_seconds: 5,
    });
  });

  it("has no field where the error names none", () => {
    expect(toProblem(new GantryError("NotFound", "There is none."))).not.toHaveProperty("field");
  });

  it("is not changed by facts of the same name", () => {
    const detail = { status: 200, detail: "fine", code: "Other", title: "Fine", type: "x" };
    const problem = toProblem(new GantryError("NotFound", "There is none.", { detail }));
    expect(problem).toEqual({
      type: "/docs#error-NotFound",
      title: "Not found",
      status: 404,
      detail: "There is none.",
      code: "NotFound",
    });
  });

  it.each([[new TypeError("secret")], ["secret"], [undefined]])(
    "is nothing of %p, which is not ours",
    (error) => {
      expect(toProblem(error)).toEqual({
        type: "/docs#error-Internal",
        title: "Internal error",
        status: 500,
        detail: "Internal error; try again. The operator's log has the details.",
        code: "Internal",
      });
    },
  );
});
