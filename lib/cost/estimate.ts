import { freeTypes, idleLines } from "./idle.ts";
import { type PricedLine, priced, total } from "./line.ts";
import type { Machine } from "./machine-path.ts";
import { missionLines } from "./mission.ts";
import { modelUsd } from "./model-usd.ts";
import { type Month, month } from "./month.ts";
import { PRICE_REGION, PRICES, PRICES_OF, type Price } from "./prices.ts";
import { hasType, type Templates, variableOf } from "./template.ts";

const MISSIONS_PER_DAY = [10, 1_000, 100_000] as const;

/** The estimated cost of a deployment, in USD. */
export interface Estimate {
  readonly stacks: readonly string[];
  readonly region: string;
  readonly pricesOf: string;
  readonly network: "economy" | "strict";
  readonly waf: boolean;
  readonly models: { readonly large: string; readonly small: string };
  readonly idle: {
    readonly lines: readonly PricedLine[];
    readonly keysUsd: number;
    /** Without the keys. */
    readonly usd: number;
    readonly withoutAllowancesUsd: number;
    /** Resource types that cost nothing while idle, with the reason. */
    readonly free: Readonly<Record<string, string>>;
  };
  readonly mission: MissionEstimate;
  readonly healedMission: MissionEstimate;
  readonly months: readonly Month[];
  /** The prices that were used. */
  readonly prices: Readonly<Record<string, Price>>;
}

interface MissionEstimate {
  readonly lines: readonly PricedLine[];
  readonly infrastructureUsd: number;
  readonly modelUsd: number;
}

/** Estimates the cost of synthesised templates and of the missions that will run on them. Deterministic. */
export function estimate(templates: Templates, machine: Machine): Estimate {
  const network = variableOf(templates, "BUILDER_PUBLIC_IP") === "ENABLED" ? "economy" : "strict";
  const waf = hasType(templates, "AWS::WAFv2::WebACL");
  const models = {
    large: variableOf(templates, "MODEL_ARCHITECT"),
    small: variableOf(templates, "MODEL_HEALER_SMALL"),
  };
  const idle = idleLines(templates);
  const plain = missionLines(machine, { healed: false, network, waf });
  const healed = missionLines(machine, { healed: true, network, waf });
  const tokens = modelUsd(models, { healed: false });
  return {
    stacks: Object.keys(templates),
    region: PRICE_REGION,
    pricesOf: PRICES_OF,
    network,
    waf,
    models,
    idle: idleEstimate(idle, freeTypes(templates)),
    mission: missionEstimate(plain, tokens),
    healedMission: missionEstimate(healed, modelUsd(models, { healed: true })),
    months: MISSIONS_PER_DAY.map((count) => month(count, idle, plain, tokens)),
    prices: pricesUsed([...idle, ...plain]),
  };
}

function idleEstimate(idle: ReturnType<typeof idleLines>, free: Readonly<Record<string, string>>) {
  const lines = priced(idle, true);
  const keysUsd = total(lines.filter(({ price }) => price === "kms.key"));
  return {
    lines,
    keysUsd,
    usd: total(lines) - keysUsd,
    withoutAllowancesUsd: total(priced(idle, false)) - keysUsd,
    free,
  };
}

/** Prices one mission, without the monthly allowances. */
function missionEstimate(mission: ReturnType<typeof missionLines>, modelUsd: number): MissionEstimate {
  const lines = priced(mission, false);
  return { lines, infrastructureUsd: total(lines), modelUsd };
}

function pricesUsed(lines: ReturnType<typeof idleLines>): Record<string, Price> {
  const used = new Set<string>(lines.map(({ price }) => price));
  return Object.fromEntries(Object.entries(PRICES).filter(([name]) => used.has(name)));
}
