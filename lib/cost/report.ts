import { PRICE_TABLE } from "#core/model/prices.ts";
import type { Estimate } from "./estimate.ts";
import type { PricedLine } from "./line.ts";
import type { Month } from "./month.ts";
import { PRICES } from "./prices.ts";

const WHAT = 56;
const AMOUNT = 14;
const UNIT = 46;
const USD = 12;

/** Renders the estimate as text: idle, one mission, months, and the prices used. */
export function report(estimate: Estimate): string {
  const { stacks, region, pricesOf, network, waf, models, idle, mission, healedMission, months } = estimate;
  return [
    stacks.join(", "),
    `${region}, list prices of ${pricesOf}, network ${network}, web ACL ${waf ? "on" : "off"}`,
    `models ${models.large} and ${models.small}, prices of ${PRICE_TABLE.version}: ${PRICE_TABLE.source}`,
    "",
    "IDLE, USD a month",
    ...byPrice(idle.lines).map(row),
    sum("beside the signing keys", idle.usd, 2),
    sum("signing keys", idle.keysUsd, 2),
    sum(
      "beside the signing keys, were no CloudWatch allowance of the account left",
      idle.withoutAllowancesUsd,
      2,
    ),
    "",
    "ONE MISSION, USD: deployed and published at the first attempt",
    ...mission.lines.map(row),
    sum("infrastructure", mission.infrastructureUsd, 4),
    sum("model tokens", mission.modelUsd, 4),
    sum("infrastructure, with one repair", healedMission.infrastructureUsd, 4),
    sum("model tokens, with one repair", healedMission.modelUsd, 4),
    "",
    "A MONTH, USD, idle included",
    columns("missions a day", ["infrastructure", "models", "together"]),
    ...months.map(monthRow),
    "",
    "PRICES, USD",
    ...Object.values(estimate.prices).map(
      ({ usd, unit, from }) => `  ${decimal(usd).padEnd(AMOUNT)} ${unit.padEnd(UNIT)} ${from}`,
    ),
    "",
    `Free at idle: ${Object.keys(idle.free).length} types of resources; --json names each with its reason.`,
    "Prices: from stored copies of these pages, dated notes and memory; none was read on a live page.",
    "Measured (bench/mission-usage.ts): requests, request units, bytes sent, messages, calls of functions.",
    "Assumed (lib/cost/usage.ts, lib/cost/assumptions.ts): time on Lambda and Fargate, tokens, logs, what is stored.",
    "",
  ].join("\n");
}

/** Combines the lines with the same price, under the name of the first. */
function byPrice(lines: readonly PricedLine[]): PricedLine[] {
  const groups = Map.groupBy(lines, ({ price }) => price);
  return [...groups].map(([price, [first, ...others]]) => ({
    what: `${first?.what}${others.length === 0 ? "" : ` and ${others.length} more`}`,
    price,
    amount: others.reduce((all, { amount }) => all + amount, first?.amount ?? 0),
    usd: others.reduce((all, { usd }) => all + usd, first?.usd ?? 0),
  }));
}

function row({ what, price, amount, usd }: PricedLine): string {
  const columns = [what.padEnd(WHAT), decimal(amount).padStart(AMOUNT), PRICES[price].unit.padEnd(UNIT)];
  return `  ${columns.join(" ")} ${usd.toFixed(6).padStart(USD)}`;
}

function sum(what: string, usd: number, digits: number): string {
  return `  = ${what.padEnd(WHAT + AMOUNT + UNIT)} ${usd.toFixed(digits).padStart(USD)}`;
}

function monthRow({ missionsPerDay, infrastructureUsd, modelUsd }: Month): string {
  const usd = [infrastructureUsd, modelUsd, infrastructureUsd + modelUsd].map((value) =>
    value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  );
  return columns(missionsPerDay.toLocaleString("en-US"), usd);
}

function columns(first: string, others: readonly string[]): string {
  return `  ${first.padEnd(20)}${others.map((text) => text.padStart(16)).join("")}`;
}

/** Four significant digits, without an exponent. */
function decimal(value: number): string {
  const options = { maximumSignificantDigits: 4, useGrouping: false } as const;
  return new Intl.NumberFormat("en-US", options).format(value);
}
