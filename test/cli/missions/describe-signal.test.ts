import { describe, expect, it } from "@jest/globals";
import { describeSignal } from "#cli/missions/describe-signal.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

describe("the line that describes a signal", () => {
  it.each(["gantry.some.later.type", "constructor", "toString"])(
    "is empty for the type %s, which this version does not know",
    (type) => {
      expect(describeSignal({ type, data: {} } as Signal)).toBe("");
    },
  );
});
