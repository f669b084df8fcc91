import { Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

type Findings = Readonly<Record<string, string>>;

const ACCEPTED = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

/**
 * Findings that stand on one construct, each with the reason why it is right here. They are recorded as
 * `Validations.acknowledge` records them, but for its stack trace: an assembly does not tell where it was made.
 */
export function accept(construct: IConstruct, findings: Findings): void {
  const accepted = construct.node.metadata.filter(({ type }) => type === ACCEPTED);
  for (const [id, reason] of Object.entries(findings)) {
    const row = { [qualified(id)]: reason };
    if (!accepted.some(({ data }) => qualified(id) in data)) construct.node.addMetadata(ACCEPTED, row);
  }
}

/** A rule's name begins with its pack's; what the CDK itself warns of is an annotation. */
function qualified(id: string): string {
  return `${id.startsWith("@") ? "Annotation" : id.split("-")[0]}::${id}`;
}

export const FUNCTION: Findings = {
  "Serverless-LambdaDLQ":
    "A failure is never dropped: the state machine and API Gateway call and get the error, a stream keeps the record, and events have an on-failure destination, which Lambda prefers to this older property.",
};

export const CLUSTER: Findings = {
  "AwsSolutions-ECS4":
    "Container Insights costs per task and hour for what a builder reports by itself: memory, time and outcome of every build are in its record.",
};

export const DEAD_LETTERS: Findings = {
  "AwsSolutions-SQS3": "This is the dead-letter queue itself; an alarm watches its depth.",
  "Serverless-SQSRedrivePolicy": "This is the dead-letter queue itself; an alarm watches its depth.",
};

/** Wildcards of rights as cdk-nag shows them, and what keeps each of them narrow. */
const WILDCARDS: readonly (readonly [RegExp, string])[] = [
  [
    /^\*$/,
    "X-Ray, ecr:GetAuthorizationToken, dynamodb:ListStreams, ecs:ListTasks and the delivery of a state machine's logs know no resource; listing tasks is held to our cluster by a condition.",
  ],
  [
    /^<(Artifacts|Evidence)\.Arn>\/t\/<aws:PrincipalTag\/tenant>\//,
    "All objects of one tenant: the session's tag stands in the path, and without a tag nothing matches.",
  ],
  [
    /^<Artifacts\.Arn>\/t\/\*\//,
    "One kind of object of any tenant: a step serves whichever mission it is called for, and ids are known only then.",
  ],
  [
    /^<Artifacts\.Arn>\/layers\/\*$/,
    "Layers are shared by all missions and named by their content's digest.",
  ],
  [
    /^<Evidence\.Arn>\/t\/\*\/missions\/\*\/evidence\.zip$/,
    "The one pack of any mission: which mission is known only when it ends, and what is sealed cannot be changed.",
  ],
  [
    /:task-definition\/gantry-[a-z]+-builder-(small|large):\*$/,
    "Every revision of one family of ours: ECS numbers them with each deployment.",
  ],
  [/:task\/gantry-[a-z]+\/\*$/, "ECS makes the ids of tasks; only tasks of our cluster match."],
  [
    /:parameter\/gantry\/[a-z]+\/users\/\*$/,
    "One parameter per person who may sign in: their names are given after the deployment.",
  ],
  [/^<Files\.Arn>\/\*$/, "The bucket holds the files of the web client and nothing else."],
  [/\/POST\/@connections\/\*$/, "API Gateway makes the ids of sockets; sending is all that is allowed."],
];

/** Accepts the wildcards among a role's resources, each by its own reason; one without a reason stays a finding. */
export function acceptWildcards(role: IConstruct, resources: readonly string[]): void {
  for (const resource of resources) {
    const shown = readable(flat(Stack.of(role).resolve(resource)));
    const [, reason] = WILDCARDS.find(([pattern]) => pattern.test(shown)) ?? [];
    if (shown.includes("*") && reason) accept(role, { [`AwsSolutions-IAM5[Resource::${shown}]`]: reason });
  }
}

/** An export of another stack reads as what it exports, without the hashes that names carry in templates. */
export function readable(finding: string): string {
  return finding
    .replace(
      /Gantry-[a-z]+-[A-Za-z]+:ExportsOutputFnGetAtt(\w+?)[0-9A-F]{8}([A-Z][a-z]+)[0-9A-F]{8}/g,
      "<$1.$2>",
    )
    .replace(/<(\w+?)[0-9A-F]{8}\.(\w+)>/g, "<$1.$2>");
}

/** A value of a template as one line. */
function flat(value: unknown): string {
  if (typeof value === "string") return value.replaceAll("${", "<").replaceAll("}", ">");
  const [[name, inner] = []] = Object.entries(value as Record<string, unknown>);
  if (name === "Fn::Join") {
    const [delimiter, items] = inner as [string, unknown[]];
    return items.map(flat).join(delimiter);
  }
  if (name === "Fn::GetAtt") return `<${(inner as string[]).join(".")}>`;
  return name === "Ref" ? `<${inner}>` : JSON.stringify(value);
}
