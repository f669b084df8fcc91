import { SFNClient } from "@aws-sdk/client-sfn";
import { z } from "zod";
import { part } from "#adapters/part.ts";
import { createWorkflows } from "#adapters/states.ts";

export const workflows = part({
  name: "workflows",
  env: { MISSION_MACHINE_ARN: z.string().min(1) },
  make: ({ MISSION_MACHINE_ARN }) =>
    createWorkflows({ client: new SFNClient({}), machine: MISSION_MACHINE_ARN }),
});
