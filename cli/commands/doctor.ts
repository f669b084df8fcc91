import { command } from "#cli/command.ts";
import { type Check, runChecks } from "#cli/health.ts";
import type { Output } from "#cli/output.ts";

export const doctor = command({
  name: "doctor",
  summary: "Looks whether this machine has what Gantry needs, and says the one command for what is missing.",
  synopsis: "[--json]",
  help: `
Options:
      --json       the checks as one JSON object

Exit codes: 0 nothing that is needed is missing, 1 something is.`,
  options: { json: { type: "boolean" } },
  takes: [],
  async run({ config, api, out }, { json }) {
    const checks = await runChecks(config, api);
    const well = checks.every(({ state }) => state !== "missing");
    if (json) out.json({ ok: well, checks });
    else for (const check of checks) show(out, check);
    return well ? 0 : 1;
  },
});

const COLOURS = { ok: "green", missing: "red", optional: "dim" } as const;

function show(out: Output, { name, state, detail, fix }: Check): void {
  const mark = out.paint(COLOURS[state], state.padEnd(9));
  out.line(`${mark} ${name.padEnd(12)} ${detail}`.trimEnd());
  if (fix) out.line(`${" ".repeat(10)}${state === "missing" ? "Fix" : "If wanted"}: ${fix}`);
}
