import { SFNClient } from "@aws-sdk/client-sfn";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { createWorkflows } from "#adapters/step-functions/workflows.ts";
import { MACHINES, type Machine, type MachineVariable, machineVariable } from "#core/workflows/machines.ts";

export const workflows = provider({
  name: "workflows",
  env: Object.fromEntries(MACHINES.map((machine) => [machineVariable(machine), z.string().min(1)])) as Record<
    MachineVariable,
    z.ZodString
  >,
  create: (env) =>
    createWorkflows({
      client: new SFNClient({}),
      machines: Object.fromEntries(
        MACHINES.map((machine) => [machine, env[machineVariable(machine)]]),
      ) as Record<Machine, string>,
    }),
});
