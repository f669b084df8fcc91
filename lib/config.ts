import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { DEFAULT_RESERVED_CONCURRENCY, STAGES } from "#core/operations/installation.ts";

const text = (what: string, pattern: RegExp) => z.string(`must be ${what}`).regex(pattern, `must be ${what}`);
const count = (unit: string, least: number, most: number) => {
  const what = `must be a whole number of ${unit} from ${least} to ${most}`;
  return z.coerce.number(what).int(what).min(least, what).max(most, what);
};
const model = text(
  `a Bedrock model id or inference profile id, like ${DEFAULT_MODELS.large}`,
  /^[a-z0-9-]+(\.[a-z0-9:_-]+)+$/,
);

const onOff = z.enum(["on", "off"], "must be on or off");

/** The settings of a deployment, given by `-c key=value` or in `cdk.json`. */
const schema = z.object({
  stage: z.enum(STAGES, `must be ${STAGES.join(" or ")}`),
  githubOwner: text(
    "the GitHub user or organisation that owns the repositories",
    /^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$/,
  ),
  network: z.enum(["economy", "strict"], "must be economy or strict").optional(),
  evidenceMode: z
    .enum(["GOVERNANCE", "COMPLIANCE"], "must be GOVERNANCE or COMPLIANCE")
    .default("GOVERNANCE"),
  evidenceDays: count("days", 1, 36_500).optional(),
  artifactDays: count("days", 30, 36_500).optional(),
  model: model.default(DEFAULT_MODELS.large),
  modelSmall: model.default(DEFAULT_MODELS.small),
  alarmEmail: text("an e-mail address", /^[^\s@]+@[^\s@]+\.[^\s@]+$/).optional(),
  budget: count("USD a month", 1, 1_000_000).default(50),
  vercelTeam: text("a Vercel team id, like team_abc123", /^team_[A-Za-z0-9]+$/).optional(),
  domain: text(
    "a host name, like gantry.example.com",
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
  ).optional(),
  certificate: text(
    "the ARN of an ACM certificate in us-east-1, which CloudFront requires",
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/,
  ).optional(),
  hstsSubdomains: onOff.default("off"),
  waf: onOff.optional(),
  reservedConcurrency: onOff.optional(),
  originKey: text(
    "at most 64 letters, digits, dots and dashes; another value generates a new key",
    /^[A-Za-z0-9.-]{1,64}$/,
  ).default("1"),
});

type Parsed = z.infer<typeof schema>;
type Staged = "network" | "evidenceDays" | "waf" | "reservedConcurrency";
export type GantryConfig = Readonly<Omit<Parsed, Staged> & { [K in Staged]: NonNullable<Parsed[K]> }>;

/**
 * The defaults of each stage. In `dev`, one day of locked evidence is sufficient; the network of `prod` has
 * no default.
 */
const DEFAULTS = {
  dev: {
    network: "economy",
    evidenceDays: 1,
    waf: "off",
    reservedConcurrency: DEFAULT_RESERVED_CONCURRENCY.dev,
  },
  prod: {
    network: undefined,
    evidenceDays: 365,
    waf: "on",
    reservedConcurrency: DEFAULT_RESERVED_CONCURRENCY.prod,
  },
} as const;
const KEYS = Object.keys(schema.shape);

/**
 * Reads the configuration of a deployment from the CDK's context. Throws InvalidInput with a message that
 * names the first key that is unknown, missing or invalid, and the expected value.
 */
export function readConfig(context: Readonly<Record<string, unknown>>): GantryConfig {
  requireKnown(context);
  const parsed = schema.safeParse(Object.fromEntries(KEYS.map((key) => [key, context[key]])));
  if (!parsed.success) throw fault(parsed.error.issues[0], context);
  const { data } = parsed;
  if (!data.domain !== !data.certificate) {
    const [given, missing] = data.domain ? ["domain", "certificate"] : ["certificate", "domain"];
    throw invalid(
      missing as string,
      `is required with ${given}: set both the domain and its certificate, or neither.`,
    );
  }
  if (data.stage === "prod" && !data.alarmEmail)
    throw invalid("alarmEmail", "is missing: prod needs an e-mail address for its alarms.");
  const defaults = DEFAULTS[data.stage];
  const network = data.network ?? defaults.network;
  if (network === undefined) throw invalid("network", NETWORK_MISSING);
  return {
    ...data,
    network,
    evidenceDays: data.evidenceDays ?? defaults.evidenceDays,
    waf: data.waf ?? defaults.waf,
    reservedConcurrency: data.reservedConcurrency ?? defaults.reservedConcurrency,
  };
}

/** A test compares the price with the estimate. */
const NETWORK_MISSING =
  "is missing: builders run untrusted code, so prod has no default network.  " +
  "economy costs nothing while idle, but code can connect to port 443 of any IP address that it knows;  " +
  "strict costs $43.80 a month and allows connections to AWS's endpoints only. Set it with -c network=<value>.";

/** Settings of the CDK itself, besides those whose names contain a colon or a slash. */
const CDK_KEYS = ["acknowledged-issue-numbers", "cli-telemetry"];

function requireKnown(context: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(context).find(
    (key) => !KEYS.includes(key) && !/[:/]/.test(key) && !CDK_KEYS.includes(key),
  );
  if (unknown !== undefined)
    throw invalid(unknown, `is an unknown setting; the settings are ${KEYS.join(", ")}.`);
}

function fault(issue: z.core.$ZodIssue | undefined, context: Readonly<Record<string, unknown>>): GantryError {
  const key = String(issue?.path[0]);
  const found = context[key];
  return found === undefined
    ? invalid(key, `is missing: it ${issue?.message}. Set it with -c ${key}=<value>.`)
    : invalid(key, `${issue?.message}, not ${JSON.stringify(found)}.`);
}

function invalid(field: string, sentence: string): GantryError {
  return new GantryError("InvalidInput", `${field} ${sentence}`, { field });
}
