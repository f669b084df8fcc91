import { Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

type Findings = Readonly<Record<string, string>>;

const ACCEPTED = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;

/**
 * Accepts findings on one construct, each with its reason. They are recorded as by `Validations.acknowledge`,
 * but without its stack trace, so that an assembly does not depend on the machine that wrote it.
 */
export function accept(construct: IConstruct, findings: Findings): void {
  const accepted = construct.node.metadata.filter(({ type }) => type === ACCEPTED);
  for (const [id, reason] of Object.entries(findings)) {
    const row = { [qualified(id)]: reason };
    if (!accepted.some(({ data }) => qualified(id) in data)) construct.node.addMetadata(ACCEPTED, row);
  }
}

/** Names of rules begin with the name of their pack; warnings of the CDK itself are annotations. */
function qualified(id: string): string {
  return `${id.startsWith("@") ? "Annotation" : id.split("-")[0]}::${id}`;
}

export const FUNCTION: Findings = {
  "Serverless-LambdaDLQ":
    "No failure is lost: the state machine and API Gateway receive the error, a stream keeps the record, and events have an on-failure destination, which Lambda recommends over this older property.",
};

export const CLUSTER: Findings = {
  "AwsSolutions-ECS4":
    "Container Insights costs per task and hour. A builder reports the memory, time and outcome of every build in its own record.",
};

export const DEAD_LETTERS: Findings = {
  "AwsSolutions-SQS3": "This is the dead-letter queue itself; an alarm watches its depth.",
  "Serverless-SQSRedrivePolicy": "This is the dead-letter queue itself; an alarm watches its depth.",
};

/** Wildcards in resources, as cdk-nag reports them, with the reason why each is acceptable. */
const WILDCARDS: readonly (readonly [RegExp, string])[] = [
  [
    /^\*$/,
    "X-Ray, ecr:GetAuthorizationToken, dynamodb:ListStreams, ecs:ListTasks and the delivery of a state machine's logs support no resources; a condition restricts the listing of tasks to the cluster.",
  ],
  [
    /^<(Artifacts|Evidence)\.Arn>\/t\/<aws:PrincipalTag\/tenant>\//,
    "All objects of one tenant: the session's tag is part of the path, and without a tag nothing matches.",
  ],
  [
    /^<Artifacts\.Arn>\/t\/\*\//,
    "One kind of object of any tenant: a step serves any mission that it is called for, and ids are known only at run time.",
  ],
  [/^<Artifacts\.Arn>\/layers\/\*$/, "Layers are shared by all missions and named after their digest."],
  [
    /^<Evidence\.Arn>\/t\/\*\/missions\/\*\/evidence\.zip$/,
    "The pack of any mission: the mission is known only at run time, and a sealed pack cannot be changed.",
  ],
  [
    /:task-definition\/gantry-[a-z]+-builder-(small|large):\*$/,
    "Every revision of one task family: ECS adds one with each deployment.",
  ],
  [/:task\/gantry-[a-z]+\/\*$/, "ECS generates the ids of tasks; only tasks of this cluster match."],
  [/:parameter\/gantry\/[a-z]+\/users\/\*$/, "One parameter per user: users are added after the deployment."],
  [/^<Files\.Arn>\/\*$/, "The bucket contains only the files of the web client."],
  [/\/POST\/@connections\/\*$/, "API Gateway generates the ids of sockets; only sending is allowed."],
];

/**
 * Accepts the wildcards in a role's resources, each with its reason; a wildcard without a reason stays a
 * finding.
 */
export function acceptWildcards(role: IConstruct, resources: readonly string[]): void {
  for (const resource of resources) {
    const shown = readable(flat(Stack.of(role).resolve(resource)));
    const [, reason] = WILDCARDS.find(([pattern]) => pattern.test(shown)) ?? [];
    if (shown.includes("*") && reason) accept(role, { [`AwsSolutions-IAM5[Resource::${shown}]`]: reason });
  }
}

/**
 * Makes a finding readable: replaces an export of another stack by what it exports, without the hashes in
 * names.
 */
export function readable(finding: string): string {
  return finding
    .replace(
      /Gantry-[a-z]+-[A-Za-z]+:ExportsOutputFnGetAtt(\w+?)[0-9A-F]{8}([A-Z][a-z]+)[0-9A-F]{8}/g,
      "<$1.$2>",
    )
    .replace(/<(\w+?)[0-9A-F]{8}\.(\w+)>/g, "<$1.$2>");
}

/** Renders a value of a template as one line. */
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
