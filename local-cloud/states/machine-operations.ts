import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hasSpace } from "#local-cloud/durable/space.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type Executor, type ExecutorDeps, unavailable } from "./executor.ts";
import { type Operation, operation, page, paging, resourceName, seconds } from "./operation.ts";
import { parseDefinition } from "./parse-definition.ts";
import type { Machine } from "./store.ts";

const OFF = {
  loggingConfiguration: { level: "OFF", includeExecutionData: false },
  tracingConfiguration: { enabled: false },
};
const tags = z.array(z.strictObject({ key: z.string().min(1).max(128), value: z.string().max(256) }));
const settings = {
  loggingConfiguration: z
    .strictObject({ level: z.literal("OFF").optional(), includeExecutionData: z.literal(false).optional() })
    .optional(),
  tracingConfiguration: z.strictObject({ enabled: z.literal(false).optional() }).optional(),
};
const arn = { stateMachineArn: z.string() };
const included = { includedData: z.literal("ALL_DATA").optional() };

/** The operations on state machines and their tags. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a row for each operation.
export function machineOperations(
  { store, clock, account, region }: ExecutorDeps,
  { isStalled }: Pick<Executor, "isStalled">,
): Record<string, Operation> {
  const accept = (definition: string) => {
    const parsed = parseDefinition(definition);
    if ("definition" in parsed) return;
    const reasons = parsed.diagnostics.map(
      ({ code, message, location }) => `${code}: ${message} at ${location}`,
    );
    throw new ServiceError(
      "InvalidDefinition",
      `Invalid State Machine Definition: '${reasons.join("', '")}'`,
    );
  };
  const tagged = (resourceArn: string, change: (machine: Machine) => Machine["tags"]) => {
    const machine = store.machines.get(resourceArn);
    if (!machine) throw new ServiceError("ResourceNotFound", `Resource not found: '${resourceArn}'`);
    store.putMachine({ ...machine, tags: change(machine) });
    return {};
  };
  return {
    CreateStateMachine: operation(
      {
        name: resourceName,
        definition: z
          .string()
          .min(1)
          .max(1024 * 1024),
        roleArn: z.string().min(1),
        type: z.enum(["STANDARD", "EXPRESS"]).optional(),
        tags: tags.optional(),
        publish: z.literal(false).optional(),
        ...settings,
      },
      ({ name, definition, roleArn, type, tags: given }) => {
        if (type === "EXPRESS")
          throw new ServiceError("StateMachineTypeNotSupported", "Only STANDARD machines are supported");
        accept(definition);
        const machineArn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
        const earlier = store.machines.get(machineArn);
        if (earlier && (earlier.definition !== definition || earlier.roleArn !== roleArn))
          throw new ServiceError(
            "StateMachineAlreadyExists",
            `State Machine Already Exists: '${machineArn}'`,
          );
        if (earlier) return { stateMachineArn: machineArn, creationDate: seconds(earlier.createdAt) };
        const now = clock.now();
        const revision = { revisionId: randomUUID(), createdAt: now, updatedAt: now };
        store.putMachine({ arn: machineArn, name, definition, roleArn, tags: given ?? [], ...revision });
        return { stateMachineArn: machineArn, creationDate: seconds(now) };
      },
    ),
    UpdateStateMachine: operation(
      {
        ...arn,
        definition: z.string().optional(),
        roleArn: z.string().optional(),
        publish: z.literal(false).optional(),
        ...settings,
      },
      ({ stateMachineArn, definition, roleArn }) => {
        const machine = machineOf(store.machines, stateMachineArn);
        if (definition === undefined && roleArn === undefined)
          throw new ServiceError(
            "MissingRequiredParameter",
            "Either the definition or the role ARN must be given",
          );
        if (definition !== undefined) accept(definition);
        const now = clock.now();
        const updated: Machine = {
          ...machine,
          definition: definition ?? machine.definition,
          roleArn: roleArn ?? machine.roleArn,
          revisionId: randomUUID(),
          updatedAt: now,
        };
        store.putMachine(updated);
        return { updateDate: seconds(now), revisionId: updated.revisionId };
      },
    ),
    DescribeStateMachine: operation({ ...arn, ...included }, ({ stateMachineArn }) => {
      // Readiness checks use this operation, so it fails while executions cannot be recorded.
      if (isStalled() || !hasSpace(store.dir)) throw unavailable();
      const { name, definition, roleArn, revisionId, createdAt } = machineOf(store.machines, stateMachineArn);
      const identity = {
        stateMachineArn,
        name,
        status: "ACTIVE",
        type: "STANDARD",
        creationDate: seconds(createdAt),
      };
      return { ...identity, definition, roleArn, revisionId, ...OFF };
    }),
    DeleteStateMachine: operation(arn, ({ stateMachineArn }) => {
      if (store.machines.has(stateMachineArn)) store.deleteMachine(stateMachineArn);
      return {};
    }),
    ListStateMachines: operation(paging, (request) => {
      const { items, ...rest } = page([...store.machines.values()], (machine) => machine.arn, request);
      const stateMachines = items.map((machine) => ({
        stateMachineArn: machine.arn,
        name: machine.name,
        type: "STANDARD",
        creationDate: seconds(machine.createdAt),
      }));
      return { stateMachines, ...rest };
    }),
    ValidateStateMachineDefinition: operation(
      {
        definition: z.string().min(1),
        type: z.literal("STANDARD").optional(),
        severity: z.enum(["ERROR", "WARNING"]).optional(),
        maxResults: z.number().int().min(0).max(100).optional(),
      },
      ({ definition, maxResults }) => {
        const parsed = parseDefinition(definition);
        const diagnostics = "diagnostics" in parsed ? parsed.diagnostics : [];
        const shown = diagnostics.slice(0, maxResults || 100);
        const result = diagnostics.length ? "FAIL" : "OK";
        return { result, diagnostics: shown, truncated: shown.length < diagnostics.length };
      },
    ),
    TagResource: operation({ resourceArn: z.string(), tags }, ({ resourceArn, tags: given }) =>
      tagged(resourceArn, (machine) => [
        ...machine.tags.filter(({ key }) => !given.some((tag) => tag.key === key)),
        ...given,
      ]),
    ),
    UntagResource: operation(
      { resourceArn: z.string(), tagKeys: z.array(z.string()) },
      ({ resourceArn, tagKeys }) =>
        tagged(resourceArn, (machine) => machine.tags.filter(({ key }) => !tagKeys.includes(String(key)))),
    ),
    ListTagsForResource: operation({ resourceArn: z.string() }, ({ resourceArn }) => {
      const machine = store.machines.get(resourceArn);
      if (!machine) throw new ServiceError("ResourceNotFound", `Resource not found: '${resourceArn}'`);
      return { tags: machine.tags };
    }),
  };
}

/**
 * Returns the machine of an ARN. Throws AWS's error if the ARN is malformed or the machine does not exist.
 */
export function machineOf(machines: ReadonlyMap<string, Machine>, machineArn: string): Machine {
  if (!/^arn:aws:states:[^:]+:\d{12}:stateMachine:.+$/.test(machineArn))
    throw new ServiceError("InvalidArn", `Invalid Arn: '${machineArn}'`);
  const machine = machines.get(machineArn);
  if (machine) return machine;
  throw new ServiceError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machineArn}'`);
}
