import { PLACE_HELP, PLACE_OPTIONS, type Place, readPlace } from "#cli/aws/place.ts";
import type { Check } from "#cli/check.ts";
import { command } from "#cli/command.ts";
import { UsageError } from "#cli/errors.ts";
import { runChecks } from "#cli/health.ts";
import type { Output } from "#cli/output.ts";

export const doctor = command({
  name: "doctor",
  summary: "Looks whether this machine has what Gantry needs, and says the one command for what is missing.",
  synopsis: "[--aws] [options]",
  help: `
Options:
      --aws        look at an AWS account instead: credentials, stacks, secrets, models, quotas
${PLACE_HELP}
      --json       the checks as one JSON object

Exit codes: 0 nothing that is needed is missing, 1 something is.`,
  options: { aws: { type: "boolean" }, ...PLACE_OPTIONS, json: { type: "boolean" } },
  takes: [],
  async run({ config, api, out }, { aws, json, stage, region }) {
    if (!aws && (stage ?? region) !== undefined) throw new UsageError("--stage and --region go with --aws.");
    const checks = aws
      ? await examineAccount(readPlace({ stage, region }, config), (name) =>
          [
            `${config.program} secrets set ${name}`,
            stage && `--stage ${stage}`,
            region && `--region ${region}`,
          ]
            .filter(Boolean)
            .join(" "),
        )
      : await runChecks(config, api);
    const well = checks.every(({ state }) => state !== "missing");
    if (json) out.json({ ok: well, checks });
    else for (const check of checks) show(out, check, Math.max(...checks.map(({ name }) => name.length)));
    return well ? 0 : 1;
  },
});

/** The AWS SDK is loaded only when it is used. */
async function examineAccount(
  { stage, region }: Place,
  setSecret: (name: string) => string,
): Promise<Check[]> {
  const [{ openAccount }, { checkAccount }] = await Promise.all([
    import("#adapters/aws-account/account.ts"),
    import("#cli/aws/account-checks.ts"),
  ]);
  return checkAccount(openAccount({ region }), stage, setSecret);
}

const COLOURS = { ok: "green", missing: "red", optional: "dim" } as const;

function show(out: Output, { name, state, detail, fix }: Check, width: number): void {
  const mark = out.paint(COLOURS[state], state.padEnd(9));
  out.line(`${mark} ${name.padEnd(width)}  ${detail}`.trimEnd());
  if (fix) out.line(`${" ".repeat(10)}${state === "missing" ? "Fix" : "If wanted"}: ${fix}`);
}
