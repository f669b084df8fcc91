import { ECSClient } from "@aws-sdk/client-ecs";
import { z } from "zod";
import { createBuilders } from "#adapters/ecs/builders.ts";
import { provider } from "#adapters/provider.ts";

const name = z.string().min(1);
const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((item) => item !== ""));

export const builders = provider({
  name: "builders",
  env: {
    CLUSTER: name,
    TASK_DEFINITION_SMALL: name,
    TASK_DEFINITION_LARGE: name,
    BUILDER_CONTAINER: name.default("builder"),
    BUILDER_SUBNETS: list,
    BUILDER_SECURITY_GROUPS: list,
    /** A builder in a public subnet needs a public IP address to reach S3. */
    BUILDER_PUBLIC_IP: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  },
  create: (config) =>
    createBuilders({
      client: new ECSClient({}),
      cluster: config.CLUSTER,
      task_definitions: { small: config.TASK_DEFINITION_SMALL, large: config.TASK_DEFINITION_LARGE },
      container: config.BUILDER_CONTAINER,
      subnets: config.BUILDER_SUBNETS,
      security_groups: config.BUILDER_SECURITY_GROUPS,
      public_ip: config.BUILDER_PUBLIC_IP,
    }),
});
