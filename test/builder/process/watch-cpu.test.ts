import { describe, expect, it } from "@jest/globals";
import { watchCpu } from "#builder/process/watch-cpu.ts";
import { DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { until } from "#test/support/limits.ts";

/** Asks for samples as fast as they come. */
const OFTEN = { ...DEFAULT_LIMITS, command_seconds: 0.05 };
/** Asks for none by itself. */
const NEVER = DEFAULT_LIMITS;
const quick = async () => ({ ms: 150, cpu_ms: 150 });
const slow = async () => ({ ms: 3000, cpu_ms: 150 });

describe("the CPU watch", () => {
  it("measures the share when it is requested", async () => {
    const watch = (control: typeof quick) => {
      const cpu = watchCpu({ limits: NEVER, control, used: () => 0 });
      return cpu.share(10).finally(() => cpu.stop());
    };
    expect(await watch(quick)).toBe(1);
    expect(await watch(slow)).toBeCloseTo(0.1);
  });

  it("includes a load that ended before the share is requested", async () => {
    let samples = 0;
    const control = () => (++samples < 10 ? slow() : quick());
    const cpu = watchCpu({ limits: OFTEN, control, used: () => 0 });
    await until(() => samples >= 9);
    const share = await cpu.share(3600);
    cpu.stop();
    expect(share).toBeLessThan(0.75);
  });

  it("ignores samples from before the requested period", async () => {
    let samples = 0;
    const control = () => (++samples < 10 ? slow() : quick());
    const cpu = watchCpu({ limits: OFTEN, control, used: () => 0 });
    await until(() => samples >= 10);
    expect(await cpu.share(0)).toBe(1);
    cpu.stop();
  });

  it("counts CPU time that the commands used as available to them", async () => {
    let used = 10_000;
    const control = () => {
      used += 1500;
      return slow();
    };
    const cpu = watchCpu({ limits: NEVER, control, used: () => used });
    expect(await cpu.share(10)).toBe(1);
    cpu.stop();
  });

  it("reads no usage once it is stopped, not even for a sample that has begun", async () => {
    const started = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<void>();
    let reads = 0;
    const control = async () => {
      started.resolve();
      await finished.promise;
      return quick();
    };
    const cpu = watchCpu({ limits: OFTEN, control, used: () => ++reads });
    await started.promise;
    cpu.stop();
    finished.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reads).toBe(1);
  });

  it("takes one sample at a time", async () => {
    let running = 0;
    let most = 0;
    let samples = 0;
    const control = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 30));
      running--;
      samples++;
      return quick();
    };
    const cpu = watchCpu({ limits: OFTEN, control, used: () => 0 });
    await until(() => samples >= 3);
    await cpu.share(10);
    cpu.stop();
    expect(most).toBe(1);
  });
});
