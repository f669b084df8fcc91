import { describe, expect, it } from "@jest/globals";
import { systemClock, systemIds } from "#adapters/system/system.ts";
import { idSchema } from "#core/kernel/ids.ts";

describe("the system's clock and ids", () => {
  it("return the time in milliseconds", () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it("create ids that are valid and unique", () => {
    const ids = Array.from({ length: 500 }, () => systemIds.make("x"));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) {
      expect(id).toMatch(/^x_/);
      expect(idSchema.safeParse(id).success).toBe(true);
    }
  });

  it("create secrets of 32 bytes in base64url", () => {
    const secrets = Array.from({ length: 50 }, () => systemIds.secret());
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) {
      expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    }
  });
});
