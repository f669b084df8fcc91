import { describe, expect, it } from "@jest/globals";
import { HEAL_RULES } from "#core/factory/heal/rules.ts";
import { judgeRepair } from "#test/support/judge-repair.ts";
import { seededFaults } from "#test/support/seeded-faults.ts";

const FAULTS = seededFaults();

describe("faults seeded into good apps", () => {
  it.each(HEAL_RULES.map(({ name }) => name))("has a fault and a near-miss for the rule %s", (name) => {
    const own = FAULTS.filter(({ rule }) => rule === name).map(({ repaired }) => repaired !== false);
    expect([own.includes(true), own.includes(false)]).toEqual([true, true]);
  });

  it.each(FAULTS.filter(({ repaired }) => repaired !== false).map((fault) => [fault.name, fault] as const))(
    "is repaired: %s",
    async (_, fault) => {
      const { outcome, why, rules } = await judgeRepair(fault);
      expect({ outcome, why }).toEqual({ outcome: "repaired", why: null });
      expect(rules).toContain(fault.rule);
    },
  );

  it.each(FAULTS.filter(({ repaired }) => repaired === false).map((fault) => [fault.name, fault] as const))(
    "is left alone: %s",
    async (_, fault) => {
      expect(await judgeRepair(fault)).toMatchObject({ outcome: "left", rules: [] });
    },
  );
});
