import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { GantryError } from "#core/kernel/errors.ts";
import type { Machine } from "#core/workflows/machines.ts";
import { MACHINE_ROWS, machineFunctions } from "#deployment/machines.ts";
import type { StepName } from "#deployment/steps.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { createLogGroup } from "#lib/constructs/log-group.ts";
import { acceptWildcards } from "#lib/nag/nag.ts";
import { nameOf } from "#lib/names.ts";

const ROOT = join(import.meta.dirname, "../..");

interface WorkflowMachineProps {
  readonly machine: Machine;
  readonly config: GantryConfig;
  readonly functions: Readonly<Record<StepName, GantryFunction>>;
}

export const machineName = (config: GantryConfig, machine: Machine): string => nameOf(config, machine);

/**
 * A state machine: its definition in `statemachines/`, with the placeholders replaced by the functions' ARNs.
 */
export class WorkflowMachine extends Construct {
  readonly machine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { config, machine, functions }: WorkflowMachineProps) {
    super(scope, id);
    const stateMachineName = machineName(config, machine);
    const definition = readFileSync(join(ROOT, MACHINE_ROWS[machine].definition), "utf8");
    const role = new iam.Role(this, "Role", {
      roleName: stateMachineName,
      description: `Lets the machine ${machine} call its steps.`,
      // Step Functions may assume this role only for state machines of this account.
      assumedBy: new iam.ServicePrincipal("states.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    acceptWildcards(role, ["*"]);
    this.machine = new sfn.StateMachine(this, "Machine", {
      stateMachineName,
      stateMachineType: sfn.StateMachineType.STANDARD,
      definitionBody: sfn.DefinitionBody.fromString(definition),
      definitionSubstitutions: substitute(machine, definition, functions, role),
      role,
      tracingEnabled: true,
      logs: {
        // Log groups below `vendedlogs` do not add to the size-limited resource policy of CloudWatch Logs.
        destination: createLogGroup(this, "Logs", config, `/aws/vendedlogs/states/${stateMachineName}`),
        level: sfn.LogLevel.ALL,
        includeExecutionData: false, // People's requests must not be logged.
      },
    });
  }
}

/**
 * Returns the functions' ARNs by placeholder, and allows the machine to call exactly these functions. Throws
 * Internal if the definition has a placeholder without a function in the catalogue.
 */
function substitute(
  machine: Machine,
  definition: string,
  functions: WorkflowMachineProps["functions"],
  role: iam.Role,
): Record<string, string> {
  const arns: Record<string, string> = {};
  for (const [placeholder, name] of machineFunctions(machine))
    arns[placeholder] = functions[name].handler.functionArn;
  for (const [, placeholder = ""] of definition.matchAll(/\$\{(\w+)\}/g))
    if (!Object.hasOwn(arns, placeholder))
      throw new GantryError("Internal", `The machine ${machine} has an unknown placeholder: ${placeholder}.`);
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: Object.values(arns) }),
  );
  return arns;
}
