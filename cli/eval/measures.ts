import type { Share } from "#cli/eval/share.ts";
import type { Totals } from "#cli/eval/totals.ts";

/** The rows of the table of totals, as people read them: name, value, 95 % confidence interval. */
export function measures(totals: Totals): readonly (readonly [string, string, string])[] {
  const {
    files_unplanned,
    median_seconds,
    f1,
    paraphrase_deviation,
    repairs,
    input_tokens,
    output_tokens,
    cost_usd,
  } = totals;
  return [
    ...SHARES.map(([name, key]) => [name, ...shareText(totals[key])] as const),
    ["records as labelled, F1", f1 === null ? "–" : f1.toFixed(2), ""],
    ["spread among paraphrases", paraphrase_deviation === null ? "–" : paraphrase_deviation.toFixed(2), ""],
    ["files that differ without being planned", String(files_unplanned), ""],
    ["repairs", String(repairs), ""],
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
  ["records that were labelled", "precision"],
  ["labelled records that plans have", "recall"],
  ["words that are met", "words"],
  ["wrong plans", "wrong"],
  ["paraphrases that end alike", "alike"],
  ["built", "built"],
  ["acceptance passed", "accepted"],
  ["pages without errors", "clean"],
  ["pages that show something", "shown"],
  ["pages without sideways scroll", "fitting"],
  ["pages without serious barriers", "accessible"],
  ["own checks passed", "checks"],
  ["changes planned", "changes"],
  ["changes live and accepted", "changes_built"],
  ["own checks of changes passed", "changes_checks"],
  ["kept by changes", "kept"],
  ["edits by hand that changes keep", "edits_kept"],
  ["records that changes keep", "records_kept"],
  ["files that changes touch", "files_touched"],
  ["live within 90 s", "live_within_90_s"],
] as const satisfies readonly (readonly [string, keyof Totals])[];

/** A share and its confidence interval, as people read them. */
export function shareText({ count, of, share, low, high }: Share): readonly [string, string] {
  if (of === 0) return ["–", ""];
  return [`${count} of ${of} (${percent(share)})`, `${percent(low)} to ${percent(high)}`];
}

/** A share, as people read it. */
export const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
