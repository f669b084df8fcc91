import type { Estimate } from "./estimate.ts";
import type { PricedLine } from "./line.ts";
import { PRICES } from "./prices.ts";

/** The estimate for people: idle, one mission, months, and the prices behind them. */
export function report(estimate: Estimate): string {
  const { stacks, region, pricesOf, network, models, idle, mission, healedMission, months } = estimate;
  return [
    `${stacks.join(", ")}`,
    `${region}, list prices of ${pricesOf}, network ${network}, models ${models.large} and ${models.small}`,
    "",
    "IDLE, USD a month",
    ...rows(byPrice(idle.lines)),
    sum("beside the signing keys", idle.usd, 2),
    sum("signing keys", idle.keysUsd, 2),
    sum(
      "beside the signing keys, were no CloudWatch allowance of the account left",
      idle.withoutAllowancesUsd,
      2,
    ),
    "",
    "ONE MISSION, USD: deployed and published at the first attempt",
    ...rows(mission.lines),
    sum("infrastructure", mission.infrastructureUsd, 6),
    sum("model tokens", mission.modelUsd, 6),
    sum("infrastructure, after one repair", healedMission.infrastructureUsd, 6),
    sum("model tokens, after one repair", healedMission.modelUsd, 6),
    "",
    "A MONTH, USD, idle included",
    `  ${"missions a day".padEnd(20)}${"infrastructure".padStart(16)}${"models".padStart(16)}${"together".padStart(16)}`,
    ...months.map(
      ({ missionsPerDay, infrastructureUsd, modelUsd }) =>
        `  ${missionsPerDay.toLocaleString("en-US").padEnd(20)}${[infrastructureUsd, modelUsd, infrastructureUsd + modelUsd].map((usd) => usd.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).padStart(16)).join("")}`,
    ),
    "",
    "PRICES, USD",
    ...Object.values(estimate.prices).map(
      ({ usd, unit, from }) => `  ${decimal(usd).padEnd(14)} ${unit.padEnd(48)} ${from}`,
    ),
    "",
    `Free at idle: ${Object.keys(idle.free).length} types of resources; --json names each with its reason.`,
    "Measured by bench/mission-usage.ts: requests, units, bytes, messages. Assumed (lib/cost/usage.ts): time on Lambda and Fargate, tokens, logs, what browsers load.",
    "",
  ].join("\n");
}

/** Lines of one price together; their names with the first of them. */
function byPrice(lines: readonly PricedLine[]): PricedLine[] {
  const groups = Map.groupBy(lines, ({ price }) => price);
  return [...groups.values()].map((group) => ({
    what:
      group.length === 1
        ? (group[0] as PricedLine).what
        : `${(group[0] as PricedLine).what} and ${group.length - 1} more`,
    price: (group[0] as PricedLine).price,
    amount: group.reduce((all, { amount }) => all + amount, 0),
    usd: group.reduce((all, { usd }) => all + usd, 0),
  }));
}

function rows(lines: readonly PricedLine[]): string[] {
  return lines.map(
    ({ what, price, amount, usd }) =>
      `  ${what.padEnd(46)} ${decimal(amount).padStart(12)} ${PRICES[price].unit.padEnd(44)} ${usd.toFixed(6).padStart(10)}`,
  );
}

function sum(what: string, usd: number, digits: number): string {
  return `  = ${what.padEnd(103)} ${usd.toFixed(digits).padStart(10)}`;
}

/** Three significant digits, never with an exponent. */
function decimal(value: number): string {
  return new Intl.NumberFormat("en-US", {
    maximumSignificantDigits: 4,
    useGrouping: false,
    maximumFractionDigits: 20,
  }).format(value);
}
