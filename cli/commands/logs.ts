import type { Context } from "#cli/context.ts";
import { describeSignal, shortType } from "#cli/missions/describe-signal.ts";
import { follow, signalsAfter } from "#cli/missions/follow.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { text } from "#cli/terminal/safe-text.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

export async function run(
  context: Context,
  options: { readonly follow?: boolean; readonly json?: boolean },
  [word = ""]: readonly string[],
): Promise<number> {
  const id = await findMissionId(context.api, word);
  const show = options.json
    ? (signal: Signal) => context.out.json(signal)
    : (signal: Signal) => line(context, signal);
  if (options.follow) await follow(context, id, show);
  else for await (const signal of allSignals(context, id)) show(signal);
  return 0;
}

async function* allSignals(context: Context, id: string): AsyncGenerator<Signal> {
  for (let after = 0; ; ) {
    const { signals } = await signalsAfter(context, id, after);
    yield* signals;
    const last = signals.at(-1);
    if (!last) return;
    after = sequenceOf(last);
  }
}

function line({ out }: Context, signal: Signal): void {
  const number = String(sequenceOf(signal)).padStart(4);
  const time = out.paint("dim", signal.time.slice(11, 23));
  const what = describeSignal(signal);
  const type = shortType(signal.type);
  out.line(text`${number}  ${time}  ${what ? `${type.padEnd(24)}  ${what}` : type}`);
}
