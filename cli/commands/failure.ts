import { command } from "#cli/command.ts";
import type { Output } from "#cli/output.ts";
import { duration } from "#cli/phase-names.ts";
import { failureReply } from "#cli/replies.ts";
import type { StepResult } from "#core/build/result.ts";

export const failure = command({
  name: "failure",
  summary: "Shows why a mission failed: the error, the steps that failed with their output, and the repairs.",
  synopsis: "<mission> [--json]",
  help: "Options:\n      --json       the API's reply as one JSON object",
  options: { json: { type: "boolean" } },
  takes: ["mission"],
  async run({ api, out }, { json }, [id = ""]) {
    const reply = await api.get(`/gantry/missions/${encodeURIComponent(id)}/failure`, failureReply);
    if (json) {
      out.json(reply);
      return 0;
    }
    const { error, reason, repairs, steps, attempts } = reply;
    if (!error && steps.length === 0) out.line("Nothing failed.");
    if (error) out.line(`${out.paint(["bold", "red"], error.code)}  ${error.message}`);
    if (reason) out.line(`Last build (attempt ${attempts}): ${reason}`);
    for (const step of steps) showStep(out, step);
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
