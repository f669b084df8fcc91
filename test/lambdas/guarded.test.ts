import { describe, expect, it } from "@jest/globals";
import { GantryError } from "#core/kernel/errors.ts";
import { guarded } from "#lambdas/runtime/guarded.ts";
import { printed } from "./printed.ts";

const out = printed();
const thrown = (error: unknown) =>
  guarded(async () => {
    throw error;
  })({}).catch((reason: unknown) => reason);

describe("a guarded handler", () => {
  it("returns the result and prints nothing", async () => {
    expect(await guarded(async (n: number) => n + 1)(1)).toBe(2);
    expect(out.lines).toEqual([]);
  });

  it("throws only code and sentence; the log has the names of the causes", async () => {
    const cause = Object.assign(new TypeError("token abc"), { request: { authorization: "abc" } });
    const away = new GantryError("EnvironmentFailure", "It is away.", { field: "x", cause });
    const { name, message, field, cause: left } = (await thrown(away)) as GantryError;
    expect([name, message, field, left]).toEqual([away.code, away.message, undefined, undefined]);
    expect(out.json).toMatchObject([
      { level: "ERROR", error: { code: "EnvironmentFailure", cause: { name: "TypeError" } } },
    ]);
    expect(out.lines.join()).not.toContain("abc");
  });

  it("logs which mission it was about", async () => {
    const failing = guarded(
      async (_: { id: string }) => {
        throw new Error("no");
      },
      ({ id }) => id,
    );
    await failing({ id: "m_1" }).catch(() => undefined);
    expect(out.json).toMatchObject([{ correlation_id: "m_1" }]);
  });
});
