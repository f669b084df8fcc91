import { type Context, command } from "#cli/command.ts";
import { describeSignal, shortType } from "#cli/describe-signal.ts";
import { follow, signalsAfter } from "#cli/follow.ts";
import type { Signal } from "#core/ledger/signal.ts";

export const logs = command({
  name: "logs",
  summary: "Shows a mission's signals, one per line: everything that happened, in order.",
  synopsis: "<mission> [options]",
  help: `
Options:
  -f, --follow     go on until the mission has ended
      --json       each signal as it is in the log, one JSON object per line`,
  options: { follow: { type: "boolean", short: "f" }, json: { type: "boolean" } },
  takes: ["mission"],
  async run(context, { follow: goOn, json }, [id = ""]) {
    const show = json
      ? (signal: Signal) => context.out.json(signal)
      : (signal: Signal) => line(context, signal);
    if (goOn) await follow(context, id, show);
    else for await (const signal of allSignals(context, id)) show(signal);
    return 0;
  },
});

async function* allSignals(context: Context, id: string): AsyncGenerator<Signal> {
  for (let after = 0; ; ) {
    const page = await signalsAfter(context, id, after);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.sequence;
  }
}

function line({ out }: Context, signal: Signal): void {
  const number = String(signal.sequence).padStart(4);
  const time = out.paint("dim", signal.time.slice(11, 23));
  out.line(`${number}  ${time}  ${shortType(signal.type).padEnd(24)}  ${describeSignal(signal)}`.trimEnd());
}
