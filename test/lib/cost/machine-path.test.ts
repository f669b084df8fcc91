import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { FUNCTIONS } from "#deployment/functions.ts";
import { functionsOf, HAPPY, HEALED_ONCE, type Machine, statesOn } from "#lib/cost/machine-path.ts";

const machine = JSON.parse(readFileSync("statemachines/mission.asl.json", "utf8")) as Machine;

describe("the path of a mission through the machine", () => {
  it("leads from the first state to the last without a repair", () => {
    const path = statesOn(machine, HAPPY);
    expect(path[0]).toBe("Admit");
    expect(path.at(-1)).toBe("Done");
    expect(path).not.toContain("Heal");
    expect(new Set(path).size).toBe(path.length);
  });

  it("builds twice with one repair between", () => {
    const path = statesOn(machine, HEALED_ONCE);
    const builds = path.flatMap((name, index) => (name === "Build" ? [index] : []));
    expect(builds).toHaveLength(2);
    expect(path.slice(...builds)).toContain("Heal");
  });

  it("calls only existing functions", () => {
    const called = functionsOf(machine, statesOn(machine, HEALED_ONCE));
    expect(called).toEqual(expect.arrayContaining(["admit", "architect", "heal", "seal"]));
    for (const name of called) expect(Object.keys(FUNCTIONS)).toContain(name);
  });

  it("is refused when the machine has no such transition", () => {
    expect(() => statesOn(machine, { ...HAPPY, Classify: ["Publish"] })).toThrow(
      /Classify: the machine offers/,
    );
    expect(() => statesOn({ StartAt: "Gone", States: {} }, HAPPY)).toThrow("Gone");
  });
});
