import type { Share, Totals } from "#cli/eval/totals.ts";

/** The rows of the table of totals, as people read them: name, value, 95 % confidence interval. */
export function measures(totals: Totals): readonly (readonly [string, string, string])[] {
  const { median_seconds, input_tokens, output_tokens, cost_usd } = totals;
  return [
    ...SHARES.map(([name, key]) => [name, ...shareText(totals[key])] as const),
    ["median time to the end", median_seconds === null ? "–" : `${median_seconds.toFixed(1)} s`, ""],
    ["tokens, in and out", `${input_tokens} and ${output_tokens}`, ""],
    ["cost", `$${cost_usd.toFixed(4)}`, ""],
  ];
}

const SHARES = [
  ["planned", "planned"],
  ["asked back", "asked"],
  ["declined", "declined"],
  ["as expected", "expected"],
  ["labels that hold", "labels"],
  ["wrong plans", "wrong"],
  ["built", "built"],
  ["acceptance passed", "accepted"],
  ["pages without errors", "clean"],
  ["own checks passed", "checks"],
  ["live within 90 s", "live_within_90_s"],
] as const satisfies readonly (readonly [string, keyof Totals])[];

function shareText({ count, of, share, low, high }: Share): readonly [string, string] {
  if (of === 0) return ["–", ""];
  return [`${count} of ${of} (${percent(share)})`, `${percent(low)} to ${percent(high)}`];
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
