import { describe, expect, it } from "@jest/globals";
import type { awsClients } from "#adapters/clients.ts";
import { createFactory } from "#adapters/deps.ts";
import { lazy } from "#adapters/lazy.ts";
import type { Factory } from "#core/factory.ts";
import { readEnv } from "#lambdas/runtime/env.ts";

const CLIENTS = ["table", "s3", "presigner", "states", "ecs", "kms", "ssm", "bedrock", "management"] as const;

const config = readEnv({
  AWS_REGION: "us-east-1",
  TABLE_NAME: "gantry",
  ARTIFACT_BUCKET: "artifacts",
  EVIDENCE_BUCKET: "evidence",
  SIGNING_KEY_ID: "alias/key",
  MISSION_MACHINE_ARN: "arn:aws:states:us-east-1:000000000000:stateMachine:m",
  CLUSTER: "gantry",
  TASK_DEFINITION_SMALL: "small",
  TASK_DEFINITION_LARGE: "large",
  PARAMETER_PREFIX: "/gantry",
  PUBLIC_URL: "http://127.0.0.1:1",
  WEBSOCKET_MANAGEMENT_URL: "http://127.0.0.1:1",
  GITHUB_OWNER: "gantry",
  POLICY_FILE: "policy.yaml",
  MODEL_CONSULTANT: "m",
  MODEL_ARCHITECT: "m",
  MODEL_HEALER_SMALL: "m",
  MODEL_HEALER_LARGE: "m",
  MODEL_CRITIC: "m",
  MODEL_CHAT: "m",
});

/** A factory, and the names of the clients that were made so far. */
function counted(): { factory: Factory; made: string[] } {
  const made: string[] = [];
  const makers = CLIENTS.map((name) => [
    name,
    () => {
      made.push(name);
      return { send: () => Promise.reject(new Error("nothing is sent here")) };
    },
  ]);
  const clients = lazy(Object.fromEntries(makers)) as unknown as ReturnType<typeof awsClients>;
  return { factory: createFactory(config, clients), made };
}

describe("the factory", () => {
  it("makes nothing until it is touched", () => {
    const { factory, made } = counted();
    expect(Object.keys(factory)).toContain("store");
    expect(made).toEqual([]);
  });

  it.each<[keyof Factory, string[]]>([
    ["clock", []],
    ["ids", []],
    ["passwords", []],
    ["archives", []],
    ["store", ["table"]],
    ["ledger", ["table"]],
    ["artifacts", ["s3", "presigner"]],
    ["vault", ["s3"]],
    ["signer", ["kms"]],
    ["secrets", ["ssm"]],
    ["workflows", ["states"]],
    ["builders", ["ecs"]],
    ["dependencies", []],
    ["browser", []],
    ["converser", ["bedrock"]],
    ["push", ["management"]],
    ["policy", []],
    ["models", []],
    ["probes", []],
  ])("makes for %s only what it needs, and once", (member, needed) => {
    const { factory, made } = counted();
    expect(factory[member]).toBe(factory[member]);
    expect(made).toEqual(needed);
  });

  it("asks for the access to GitHub and Vercel when it is used, and says what is missing", async () => {
    const made: string[] = [];
    const ssm = {
      send: async ({ input }: { input: { Name: string } }) => {
        made.push(input.Name);
        return {};
      },
    };
    const factory = createFactory(config, { ssm } as never);
    const { deployments } = factory;
    expect(made).toEqual([]);
    await expect(deployments.ensureProject("a")).rejects.toMatchObject({ code: "VercelRefused" });
    expect(made).toEqual(["/gantry/vercel-token"]);
    await expect(
      factory.repositories.ensureRepository({ name: "a", description: "", private: true }),
    ).rejects.toMatchObject({ code: "GitHubRefused" });
  });
});
