import type { Handler } from "#core/delivery/handler.ts";
import { takeReceipts } from "#core/delivery/receipts.ts";
import { measure, missionAt } from "#core/mission/measure.ts";
import { progressOf } from "#core/mission/progress.ts";

/**
 * Reports to operators how far missions are, as lines of the log, and what signals measure. A line cannot be printed
 * twice without counting twice, so each signal has a receipt.
 */
export const report: Handler = {
  name: "report",
  async handle(services, run, { log, emit }) {
    const signals = run.entries.map(({ signal }) => signal);
    const mission = await missionAt(services, signals);
    for (const signal of await takeReceipts(services, run)) {
      const progress = progressOf(signal, mission);
      if (progress) log("info", progress.message, progress.fields);
      emit(measure(signal, mission));
    }
  },
};
