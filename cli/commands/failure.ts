import { command } from "#cli/command.ts";
import type { Output } from "#cli/output.ts";
import { duration } from "#cli/phase-names.ts";
import type { StepResult } from "#core/build/result.ts";
import { type Failure, failureSchema } from "#core/mission/failure.ts";

export const failure = command({
  name: "failure",
  summary:
    "Shows why a mission failed: the error, failed steps with their output, broken promises, and the repairs.",
  synopsis: "<mission> [--json]",
  help: "Options:\n      --json       the API's reply as one JSON object",
  options: { json: { type: "boolean" } },
  takes: ["mission"],
  async run({ api, out }, { json }, [id = ""]) {
    const reply = await api.get(`/gantry/missions/${encodeURIComponent(id)}/failure`, failureSchema);
    if (json) {
      out.json(reply);
      return 0;
    }
    const { error, reason, repairs, steps, attempts, acceptance, page_errors } = reply;
    if (error) out.line(`${out.paint(["bold", "red"], error.code)}  ${error.message}`);
    if (reason && reason !== error?.message) out.line(`Attempt ${attempts}: ${reason}`);
    for (const step of steps) showStep(out, step);
    showAcceptance(out, acceptance);
    if (page_errors.length > 0) out.line(`\n${out.paint("bold", "Errors of the page")}`);
    for (const text of page_errors) out.line(`  – ${text}`);
    if (repairs.length > 0) out.line(`\n${out.paint("bold", "Repairs tried")}`);
    for (const repair of repairs) out.line(`  – ${repair}`);
    return 0;
  },
});

function showStep(
  out: Output,
  { name, command, exit_code, killed, signal, ms, stdout, stderr }: StepResult,
): void {
  const ending = killed
    ? `stopped: ${killed}`
    : exit_code === null
      ? `signal ${signal}`
      : `exit ${exit_code}`;
  out.line(`\n${out.paint("bold", name)}  ${command.join(" ")}  (${ending}, ${duration(ms)})`);
  for (const { head, tail } of [stdout, stderr]) {
    const text = tail ? `${head}\n[...]\n${tail}` : head;
    for (const line of text.trimEnd().split("\n")) if (text.trim()) out.line(`  ${line}`);
  }
}

function showAcceptance(out: Output, results: Failure["acceptance"]): void {
  if (results.length > 0) out.line(`\n${out.paint("bold", "Promises the app did not keep")}`);
  for (const { name, failed_step, reason } of results) {
    const step = failed_step === undefined ? "" : ` (step ${failed_step + 1})`;
    out.line(`  – ${name}${step}${reason ? `: ${reason}` : ""}`);
  }
}
