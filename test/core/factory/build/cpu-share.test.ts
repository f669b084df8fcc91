import { describe, expect, it } from "@jest/globals";
import { cpuShare, isStarved } from "#core/factory/build/cpu-share.ts";

const control = (ms: number, cpu_ms = 150) => ({ ms, cpu_ms });

describe("the share of the CPU that a build received", () => {
  it.each([
    ["all of it, where half a core is due and the control ran alone", [control(150)], 0.5, 1],
    ["all of it, where the machine has no more than half a core", [control(300)], 0.5, 1],
    ["a quarter, where twelve others run on each core", [control(1200)], 0.5, 0.25],
    ["what one thread can use, where several cores are due", [control(300)], 4, 0.5],
    ["the mean, of which no sample makes up for another", [control(150), control(3000)], 0.5, 0.55],
    ["nothing, where the control did not run", [control(6000, 0)], 0.5, 0],
  ])("is %s", (_, samples, cores, share) => {
    expect(cpuShare(samples, cores)).toBeCloseTo(share);
  });

  it("is complete where the build's commands used the time that the control lacked", () => {
    const alone = control(1000, 150);
    expect(isStarved(cpuShare([alone], 0.5))).toBe(true);
    expect(isStarved(cpuShare([{ ...alone, cpu_ms: alone.cpu_ms + 350 }], 0.5))).toBe(false);
  });
});
