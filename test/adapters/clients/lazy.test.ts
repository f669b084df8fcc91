import { describe, expect, it } from "@jest/globals";
import { lazy } from "#adapters/cache/lazy.ts";

describe("a lazy object", () => {
  it("makes a member when it is first used, and keeps it", () => {
    const made: string[] = [];
    const object: { readonly a: object; readonly b: { readonly a: object } } = lazy({
      a: () => {
        made.push("a");
        return { name: "a" };
      },
      b: () => {
        made.push("b");
        return { a: object.a };
      },
    });
    expect(Object.keys(object)).toEqual(["a", "b"]);
    expect(made).toEqual([]);
    expect(object.a).toBe(object.a);
    expect(made).toEqual(["a"]);
    expect(object.b.a).toBe(object.a);
    expect(made).toEqual(["a", "b"]);
  });

  it("tries again after a member could not be made", () => {
    let tries = 0;
    const object = lazy({
      a: () => {
        if (++tries === 1) throw new Error("not yet");
        return tries;
      },
    });
    expect(() => object.a).toThrow("not yet");
    expect([object.a, object.a]).toEqual([2, 2]);
  });
});
