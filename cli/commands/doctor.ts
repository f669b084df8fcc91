import { type InstallationRef, readInstallation } from "#cli/aws/installation.ts";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import type { Output } from "#cli/terminal/output.ts";
import { text } from "#cli/terminal/safe-text.ts";
import type { Check } from "#core/operations/check.ts";

export async function run(
  { config, api, out }: Context,
  options: {
    readonly aws?: boolean;
    readonly stage?: string;
    readonly region?: string;
    readonly json?: boolean;
  },
): Promise<number> {
  const { aws, stage, region, json } = options;
  if (!aws && (stage ?? region) !== undefined) throw new UsageError("--stage and --region require --aws.");
  const setSecret = (name: string) =>
    [`${config.program} secrets set ${name}`, stage && `--stage ${stage}`, region && `--region ${region}`]
      .filter(Boolean)
      .join(" ");
  const checks = aws
    ? await examineAccount(readInstallation({ stage, region }, config), setSecret)
    : await (await import("#cli/health/health.ts")).runChecks(config, api);
  const ok = checks.every(({ state }) => state !== "fail");
  if (json) out.json({ ok, checks });
  else for (const check of checks) show(out, check, Math.max(...checks.map(({ name }) => name.length)));
  return ok ? 0 : 1;
}

/** The AWS SDK is loaded only when it is used. */
async function examineAccount(
  { stage, region }: InstallationRef,
  setSecret: (name: string) => string,
): Promise<Check[]> {
  const { openAccount, checkAccount } = await import("#cli/aws/aws.ts");
  return checkAccount(openAccount({ region }), stage, setSecret);
}

const COLOURS = { ok: "green", warn: "yellow", fail: "red" } as const;
const WIDTH = 4;

function show(out: Output, { name, state, detail, fix }: Check, width: number): void {
  const mark = out.paint(COLOURS[state], state.padEnd(WIDTH));
  out.line(text`${mark}  ${name.padEnd(width)}  ${detail}`);
  if (fix) out.line(text`${" ".repeat(WIDTH + width + 4)}To fix it: ${fix}`);
}
