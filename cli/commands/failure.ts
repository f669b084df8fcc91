import type { Context } from "#cli/context.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import type { Output } from "#cli/terminal/output.ts";
import { text } from "#cli/terminal/safe-text.ts";
import type { StepResult } from "#core/factory/build/result.ts";
import { type Failure, failureSchema } from "#core/factory/mission/failure.ts";
import { duration } from "#core/factory/mission/phase-names.ts";

export async function run(
  { api, out }: Context,
  { json }: { readonly json?: boolean },
  [word = ""]: readonly string[],
): Promise<number> {
  const id = await findMissionId(api, word);
  const reply = await api.call("failure", { id }, failureSchema);
  if (json) out.json(reply);
  else show(out, reply);
  return 0;
}

function show(
  out: Output,
  { error, reason, repairs, steps, attempts, acceptance, page_errors }: Failure,
): void {
  if (error) out.line(text`${out.paint(["bold", "red"], error.code)}  ${error.message}`);
  if (reason && reason !== error?.message) out.line(text`Attempt ${attempts}: ${reason}`);
  for (const step of steps) showStep(out, step);
  showAcceptance(out, acceptance);
  showList(out, "Errors of the page", page_errors);
  showList(out, "Repairs tried", repairs);
}

function showList(out: Output, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  out.line();
  out.line(out.paint("bold", title));
  for (const item of items) out.line(text`  – ${item}`);
}

function showStep(
  out: Output,
  { name, command, exit_code, killed, signal, ms, stdout, stderr }: StepResult,
): void {
  const ending = killed
    ? `stopped: ${killed}`
    : exit_code === null
      ? `signal ${signal}`
      : `exit ${exit_code}`;
  out.line();
  out.line(text`${out.paint("bold", name)}  ${command.join(" ")}  (${ending}, ${duration(ms)})`);
  for (const { head, tail } of [stdout, stderr]) {
    const whole = (tail ? `${head}\n[...]\n${tail}` : head).trimEnd();
    if (whole) for (const line of whole.split("\n")) out.line(`  ${line}`);
  }
}

function showAcceptance(out: Output, results: Failure["acceptance"]): void {
  const items = results.map(({ name, failed_step, reason }) => {
    const step = failed_step === undefined ? "" : ` (step ${failed_step + 1})`;
    return `${name}${step}${reason ? `: ${reason}` : ""}`;
  });
  showList(out, "Requirements the app did not meet", items);
}
