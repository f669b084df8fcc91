import type { Answer } from "#adapters/aws-account/problem.ts";
import type { QuotaKey } from "#adapters/aws-account/quotas.ts";
import type { Check } from "#core/operations/check.ts";
import { CONCURRENCY_TO_RESERVE } from "#core/operations/installation.ts";
import { failedCheck } from "./failed-check.ts";

interface QuotaNeed extends QuotaKey {
  readonly name: string;
  readonly unit: string;
  /** Below this a single mission fails. */
  readonly needed: number;
  /** Below this, concurrent missions wait for each other. */
  readonly enough: number;
  /** What needs the quota, unless it is a mission. */
  readonly why?: string;
  /** An alternative to a larger quota. */
  readonly otherwise?: string;
}

/** New accounts start with ten. Where some are reserved, a deployment fails that leaves too few for all others. */
export function lambdaQuota(reserved: boolean): QuotaNeed {
  return {
    name: "quota lambda",
    service: "lambda",
    quota: { code: "L-B99A9384" },
    unit: "concurrent executions",
    needed: reserved ? CONCURRENCY_TO_RESERVE : 10,
    enough: reserved ? 200 : 100,
    ...(reserved && {
      why: `reserved concurrency for the relay and the end of executions needs ${CONCURRENCY_TO_RESERVE}`,
      otherwise: "deploy with -c reservedConcurrency=off",
    }),
  };
}

/** New accounts start with less than AWS's defaults. Codes and names are those of Service Quotas. */
export const QUOTAS: readonly QuotaNeed[] = [
  {
    name: "quota fargate",
    service: "fargate",
    quota: { code: "L-3032A538" },
    unit: "vCPUs on demand",
    needed: 1,
    enough: 6,
  },
  {
    name: "quota states",
    service: "states",
    quota: { called: /^StartExecution throttle token refill rate per second$/i },
    unit: "executions started per second",
    needed: 1,
    enough: 5,
  },
];

/** One mission asks for tens of thousands of tokens within a minute or two. */
const TOKENS = { needed: 20_000, enough: 200_000 };

/** The tokens per minute of a model, whose quota is known by the model's name only. */
export function modelQuota(id: string): QuotaNeed {
  return {
    name: "quota model",
    service: "bedrock",
    quota: { called: tokensPerMinute(id) },
    unit: `tokens per minute for ${id}`,
    ...TOKENS,
  };
}

export function quotaCheck(need: QuotaNeed, answer: Answer<number | undefined>): Check {
  const { name, unit, needed, enough } = need;
  if ("problem" in answer) return failedCheck(name, answer.problem, "warn");
  const { value } = answer;
  if (value === undefined) return { name, state: "warn", detail: `Service Quotas does not list the ${unit}` };
  const detail = `${value.toLocaleString("en-US")} ${unit}`;
  if (value >= enough) return { name, state: "ok", detail };
  const state = value < needed ? "fail" : "warn";
  const least = (value < needed ? needed : enough).toLocaleString("en-US");
  const why =
    value < needed ? (need.why ?? `a mission needs ${least}`) : `several concurrent missions need ${least}`;
  return { name, state, detail: `${detail}; ${why}`, fix: increase(need) };
}

function increase({ service, quota, enough, otherwise }: QuotaNeed): string {
  const more =
    "code" in quota
      ? `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${quota.code} --desired-value ${enough}`
      : `request ${enough.toLocaleString("en-US")} in the Service Quotas console, service ${service}`;
  return otherwise === undefined ? more : `${more}, or ${otherwise}`;
}

/**
 * What Service Quotas calls a model's tokens per minute:
 * `us.anthropic.claude-sonnet-4-5-20250929-v1:0` → `Cross-region model inference tokens per minute for Anthropic
 * Claude Sonnet 4.5 V1`. The version is sometimes left out, and the letters' case varies.
 */
function tokensPerMinute(id: string): RegExp {
  const [, installation, vendor = "", model = ""] =
    /^(?:(global|apac|us-gov|[a-z]{2})\.)?([^.]+)\.(.+)$/.exec(id) ?? [];
  const words = model
    .replace(/(-\d{8})?(-v\d+)?(:.*)?$/, "")
    .replace(/(?<=-\d+)-(?=\d+(-|$))/, ".")
    .split("-");
  const scope =
    installation === undefined
      ? "On-demand"
      : installation === "global"
        ? "Global cross-region"
        : "Cross-region";
  const text = `${scope} model inference tokens per minute for ${vendor} ${words.join(" ")}`;
  return new RegExp(`^${text.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&")}( V\\d+)?$`, "i");
}
