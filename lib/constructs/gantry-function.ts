import { Duration, Size } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { FunctionRow } from "#deployment/function-row.ts";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import type { Bundles } from "#lib/bundling/bundles.ts";
import type { GantryConfig } from "#lib/config.ts";
import { createLogGroup } from "#lib/constructs/log-group.ts";
import { accept, acceptWildcards, FUNCTION } from "#lib/nag/nag.ts";
import { metricsNamespace, nameOf } from "#lib/names.ts";

/**
 * Lets a function use one service: sets its variables and gives its rights, so that neither is granted
 * without the other.
 */
export type Grant = (fn: GantryFunction) => void;

export interface GantryFunctionProps {
  readonly config: GantryConfig;
  readonly bundles: Bundles;
}

const ARCHITECTURES = { arm64: lambda.Architecture.ARM_64, x86_64: lambda.Architecture.X86_64 } as const;

/** A function of the catalogue, with its own role and log group, and the rights of its grants. */
export class GantryFunction extends Construct {
  readonly handler: lambda.Function;
  readonly role: iam.Role;
  readonly name: FunctionName;
  /** The folder with its code and the files beside it. */
  readonly bundle: string;

  constructor(scope: Construct, name: FunctionName, { config, bundles }: GantryFunctionProps) {
    super(scope, name);
    this.name = name;
    this.bundle = bundles[name];
    const row: FunctionRow = FUNCTIONS[name];
    const functionName = nameOf(config, name);
    const reserved = config.reservedConcurrency === "on" ? row.reserved : undefined;
    const logGroup = createLogGroup(this, "Logs", config, `/aws/lambda/${functionName}`);
    this.role = new iam.Role(this, "Role", {
      roleName: functionName,
      description: `Rights of the function ${functionName}.`,
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
    });
    this.handler = new lambda.Function(this, "Function", {
      functionName,
      description: row.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: ARCHITECTURES[row.architecture],
      handler: "index.handler",
      code: lambda.Code.fromAsset(this.bundle),
      timeout: Duration.seconds(row.seconds),
      memorySize: row.memory,
      ephemeralStorageSize: Size.mebibytes(row.disk),
      role: this.role,
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      logGroup,
      tracing: lambda.Tracing.ACTIVE, // Adds the rights to use X-Ray, which does not support resources.
      environment: {
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(config),
        LOG_LEVEL: "INFO",
      },
    });
    acceptWildcards(this.role, ["*"]);
    accept(this.handler, FUNCTION);
    this.allow({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    });
  }

  uses(...grants: readonly Grant[]): this {
    for (const grant of grants) grant(this);
    return this;
  }

  env(name: string, value: string): void {
    this.handler.addEnvironment(name, value);
  }

  allow(statement: iam.PolicyStatementProps): void {
    this.role.addToPolicy(new iam.PolicyStatement(statement));
    acceptWildcards(this.role, statement.resources ?? []);
  }
}

/** Creates a function for each given row of the catalogue, with its grants, and returns them by name. */
export function createFunctions<N extends FunctionName>(
  scope: Construct,
  props: GantryFunctionProps,
  rows: Readonly<Record<N, FunctionRow>>,
  grants: Readonly<Record<N, readonly Grant[]>>,
): Readonly<Record<N, GantryFunction>> {
  const names = Object.keys(rows) as N[];
  const create = (name: N) => new GantryFunction(scope, name, props).uses(...grants[name]);
  return Object.fromEntries(names.map((name) => [name, create(name)])) as Record<N, GantryFunction>;
}
