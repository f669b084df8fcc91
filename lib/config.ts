import { z } from "zod";
import { GantryError } from "#core/errors.ts";
import { STAGES } from "#core/installation.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";

const text = (what: string, pattern: RegExp) => z.string(`must be ${what}`).regex(pattern, `must be ${what}`);
const count = (what: string, most: number) =>
  z.coerce
    .number(`must be ${what}`)
    .int(`must be ${what}`)
    .min(1, `must be ${what}`)
    .max(most, `must be ${what}`);
const model = text(
  `a Bedrock model id or inference profile id, like ${DEFAULT_MODELS.large}`,
  /^[a-z0-9-]+(\.[a-z0-9:_-]+)+$/,
);

/** What a deployment is told by `-c key=value` or `cdk.json`. */
const schema = z.object({
  stage: z.enum(STAGES, `must be ${STAGES.join(" or ")}`),
  githubOwner: text(
    "the GitHub user or organisation that owns the repositories",
    /^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$/,
  ),
  network: z.enum(["economy", "strict"], "must be economy or strict").default("economy"),
  evidenceMode: z
    .enum(["GOVERNANCE", "COMPLIANCE"], "must be GOVERNANCE or COMPLIANCE")
    .default("GOVERNANCE"),
  evidenceDays: count("a whole number of days from 1 to 36500", 36_500).optional(),
  model: model.default(DEFAULT_MODELS.large),
  modelSmall: model.default(DEFAULT_MODELS.small),
  alarmEmail: text("an e-mail address", /^[^\s@]+@[^\s@]+\.[^\s@]+$/).optional(),
  budget: count("a whole number of USD a month from 1 to 1000000", 1_000_000).default(50),
  vercelTeam: text("a Vercel team id, like team_abc123", /^team_[A-Za-z0-9]+$/).optional(),
  domain: text(
    "a host name, like gantry.example.com",
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
  ).optional(),
  certificate: text(
    "the ARN of an ACM certificate in us-east-1, where CloudFront looks for it",
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/,
  ).optional(),
});

type Parsed = z.infer<typeof schema>;
export type GantryConfig = Readonly<Omit<Parsed, "evidenceDays">> & { readonly evidenceDays: number };

/** Days that evidence stays locked when nothing is said: a day is enough to try things out. */
const EVIDENCE_DAYS = { dev: 1, prod: 365 } as const;
const KEYS = Object.keys(schema.shape);

/**
 * The configuration of a deployment from the CDK's context. Throws InvalidInput with one sentence that names the
 * first key that is unknown, missing or wrong, and says what would be right.
 */
export function readConfig(context: Readonly<Record<string, unknown>>): GantryConfig {
  requireKnown(context);
  const parsed = schema.safeParse(Object.fromEntries(KEYS.map((key) => [key, context[key]])));
  if (!parsed.success) throw fault(parsed.error.issues[0], context);
  const { data } = parsed;
  if (!data.domain !== !data.certificate) {
    const [given, missing] = data.domain ? ["domain", "certificate"] : ["certificate", "domain"];
    throw invalid(missing as string, `is needed with ${given}: a domain and its certificate come together.`);
  }
  if (data.stage === "prod" && !data.alarmEmail)
    throw invalid("alarmEmail", "is missing: production's alarms need an e-mail address to tell.");
  return { ...data, evidenceDays: data.evidenceDays ?? EVIDENCE_DAYS[data.stage] };
}

/** The CDK keeps its own settings beside ours; their names hold a colon or a slash, or are among these few. */
const CDK_KEYS = ["acknowledged-issue-numbers", "cli-telemetry"];

function requireKnown(context: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(context).find(
    (key) => !KEYS.includes(key) && !/[:/]/.test(key) && !CDK_KEYS.includes(key),
  );
  if (unknown !== undefined) throw invalid(unknown, `is no setting of Gantry; there are ${KEYS.join(", ")}.`);
}

function fault(issue: z.core.$ZodIssue | undefined, context: Readonly<Record<string, unknown>>): GantryError {
  const key = String(issue?.path[0]);
  const found = context[key];
  return found === undefined
    ? invalid(key, `is missing: it ${issue?.message}. Give it as -c ${key}=<value>.`)
    : invalid(key, `${issue?.message}, not ${JSON.stringify(found)}.`);
}

function invalid(field: string, sentence: string): GantryError {
  return new GantryError("InvalidInput", `${field} ${sentence}`, { field });
}
