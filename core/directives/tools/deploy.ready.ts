import { z } from "zod";
import type { Deployments } from "#core/directives/deployments.ts";
import type { ReadTool } from "#core/directives/tool.ts";

const input = z.strictObject({ deployment: z.string().min(1).max(200) });

interface Services {
  readonly deployments: Pick<Deployments, "waitReady">;
}

/** Short, because the tool is for deployments that were ready before. */
const READY_SECONDS = 30;

/** The URL of a ready deployment. Throws like `waitReady` for any other. */
export const deployReadyTool: ReadTool<
  z.infer<typeof input>,
  { deployment: string; url: string },
  Services
> = {
  name: "deploy.ready",
  input,
  kind: "read",
  risk: "low",
  async execute({ deployments }, { args: { deployment } }) {
    const { url } = await deployments.waitReady(deployment, READY_SECONDS);
    return { deployment, url };
  },
};
