import type { Comparison } from "#cli/eval/compare.ts";
import { percent } from "#cli/eval/measures.ts";
import type { Share } from "#cli/eval/share.ts";

/** Columns of the table of a comparison. `better` and `worse` count requests. */
export const COMPARED = ["measure", "before", "after", "better", "worse", "p", "verdict"] as const;

/** Its rows, as people read them. */
export function comparisonRows({ shares, amounts }: Comparison): string[][] {
  return [
    ...shares.map(({ before, after, ...row }) => rowOf(row, shareText(before), shareText(after))),
    ...amounts.map(({ before, after, ...row }) => rowOf(row, rounded(before), rounded(after))),
  ];
}

interface Row {
  readonly name: string;
  readonly better: number;
  readonly worse: number;
  readonly p: number;
  readonly verdict: string;
}

function rowOf({ name, better, worse, p, verdict }: Row, before: string, after: string): string[] {
  return [name, before, after, String(better), String(worse), p < 0.001 ? "< 0.001" : p.toFixed(3), verdict];
}

const shareText = ({ count, of, low, high }: Share) =>
  `${count} of ${of} (${percent(low)} to ${percent(high)})`;

const rounded = (amount: number) => String(Math.round(amount * 10_000) / 10_000);
