import { readFileSync } from "node:fs";
import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { GantryError } from "#core/errors.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/gantry-function.ts";
import { createLogGroup } from "#lib/log-group.ts";
import { acceptWildcards } from "#lib/nag.ts";
import { nameOf } from "#lib/names.ts";

const DEFINITION = new URL(import.meta.resolve("#statemachines/mission.asl.json"));

export interface MissionMachineProps {
  readonly config: GantryConfig;
  /** The function of each state that calls one. */
  readonly functions: readonly GantryFunction[];
}

export const machineName = (config: GantryConfig): string => nameOf(config, "mission");

/** The placeholder a function has in the definition: `stop-build` is `StopBuildFunctionArn`. */
function placeholderOf(name: string): string {
  const words = name.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `${words.join("")}FunctionArn`;
}

/** The mission as a state machine: the definition of `statemachines/`, word for word, with our functions in it. */
export class MissionMachine extends Construct {
  readonly machine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { config, functions }: MissionMachineProps) {
    super(scope, id);
    const stateMachineName = machineName(config);
    const definition = readFileSync(DEFINITION, "utf8");
    const role = new iam.Role(this, "Role", {
      roleName: stateMachineName,
      description: "Lets missions call their steps.",
      // Step Functions takes on roles for everybody's machines: this one for machines of this account.
      assumedBy: new iam.ServicePrincipal("states.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    acceptWildcards(role, ["*"]);
    this.machine = new sfn.StateMachine(this, "Machine", {
      stateMachineName,
      stateMachineType: sfn.StateMachineType.STANDARD,
      definitionBody: sfn.DefinitionBody.fromString(definition),
      definitionSubstitutions: substitute(definition, functions, role),
      role,
      tracingEnabled: true,
      logs: {
        // Below `vendedlogs`, where logs of services need no resource policy that grows with each of them.
        destination: createLogGroup(this, "Logs", config, `/aws/vendedlogs/states/${stateMachineName}`),
        level: sfn.LogLevel.ALL,
        includeExecutionData: false, // What people asked for stays out of logs.
      },
    });
  }
}

/**
 * The functions' ARNs by placeholder; the machine may call each function it is given, and no other. Throws Internal
 * when the definition names another set of functions.
 */
function substitute(
  definition: string,
  functions: readonly GantryFunction[],
  role: iam.Role,
): Record<string, string> {
  const arns = Object.fromEntries(
    functions.map(({ name, handler }) => [placeholderOf(name), handler.functionArn]),
  );
  const named = new Set(
    [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder]) => placeholder as string),
  );
  const missing = [...named].find((placeholder) => !(placeholder in arns));
  if (missing)
    throw new GantryError("Internal", `The mission machine calls ${missing}, which no function is.`);
  const unused = Object.keys(arns).find((placeholder) => !named.has(placeholder));
  if (unused) throw new GantryError("Internal", `The mission machine never calls ${unused}.`);
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: Object.values(arns) }),
  );
  return arns;
}
