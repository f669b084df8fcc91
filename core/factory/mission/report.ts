import type { Handler } from "#core/delivery/handler.ts";
import { takeReceipts } from "#core/delivery/receipts.ts";
import { measure, missionAt } from "#core/factory/mission/measure.ts";
import { progressOf } from "#core/factory/mission/progress.ts";

/**
 * Writes the progress of missions to the log, with metrics. Because a repeated line would be counted twice, each
 * reported signal gets a receipt.
 */
export const report: Handler = {
  name: "report",
  async handle(services, run, { log, emit }) {
    const signals = run.entries.map(({ signal }) => signal);
    const mission = await missionAt(services, signals);
    const reports = signals
      .map((signal) => ({
        signal,
        progress: progressOf(signal, mission),
        measures: measure(signal, mission),
      }))
      .filter(({ progress, measures }) => progress !== undefined || measures.length > 0);
    for (const { progress, measures } of await takeReceipts(services, run, reports)) {
      if (progress) log("info", progress.message, progress.fields);
      emit(measures);
    }
  },
};
