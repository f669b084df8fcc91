import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { builderFamily, TASK_DEFINITIONS } from "#local/builder/task-definitions.ts";
import { type Assembly, synthesise } from "#test/lib/support/synth.ts";
import { type Resolved, resolveTemplates } from "#test/support/template.ts";

const FACTORY = "Gantry-dev-Factory";
let assembly: Assembly;
let dev: Resolved;

beforeAll(async () => {
  assembly = await synthesise();
  dev = resolveTemplates(assembly.templates);
});

const task = (tier: string): any =>
  dev
    .all("AWS::ECS::TaskDefinition")
    .find(({ properties }) => properties.Family === `gantry-dev-builder-${tier}`)!.properties;

describe.each([
  ["small", "512", "1024", 512],
  ["large", "1024", "2048", 1024],
] as const)("a %s builder", (tier, cpu, memory, container) => {
  const only = () => task(tier).ContainerDefinitions[0];

  test("has its size, and a hard limit on its container", () => {
    expect(task(tier)).toMatchObject({
      Cpu: cpu,
      Memory: memory,
      RequiresCompatibilities: ["FARGATE"],
      NetworkMode: "awsvpc",
      RuntimePlatform: { CpuArchitecture: "ARM64", OperatingSystemFamily: "LINUX" },
      EphemeralStorage: { SizeInGiB: 21 },
    });
    expect(task(tier).ContainerDefinitions).toHaveLength(1);
    expect(only()).toMatchObject({ Name: "builder", Memory: container });
  });

  test("has the same size as in the local cloud", () => {
    const { cpu: units, memory: mb, container: local } = TASK_DEFINITIONS[builderFamily(tier)]!;
    expect([task(tier).Cpu, task(tier).Memory]).toEqual([String(units), String(mb)]);
    expect(only()).toMatchObject({ Name: local.name, Memory: local.memory });
  });

  test("has no rights in AWS and no environment variable", () => {
    expect(task(tier)).not.toHaveProperty("TaskRoleArn");
    expect(only()).not.toHaveProperty("Environment");
    expect(only()).not.toHaveProperty("Secrets");
  });

  test("writes only to its own two volumes", () => {
    expect(only().ReadonlyRootFilesystem).toBe(true);
    expect(only().MountPoints.map(({ ContainerPath }: any) => ContainerPath)).toEqual(["/work", "/tmp"]);
    expect(task(tier).Volumes).toEqual([{ Name: "work" }, { Name: "tmp" }]);
  });

  test("runs under an init, with only what the sandbox needs", () => {
    expect(only().LinuxParameters).toEqual({
      InitProcessEnabled: true,
      Capabilities: {
        Drop: ["AUDIT_WRITE", "FSETID", "MKNOD", "NET_BIND_SERVICE", "NET_RAW", "SETFCAP", "SYS_CHROOT"],
      },
    });
    expect(only().Privileged).toBeUndefined();
    expect(only().Ulimits).toContainEqual({ Name: "core", SoftLimit: 0, HardLimit: 0 });
    expect(only().StopTimeout).toBe(5);
  });

  test("is never blocked by its log", () => {
    expect(only().LogConfiguration).toMatchObject({
      LogDriver: "awslogs",
      Options: { mode: "non-blocking", "awslogs-group": "/gantry/dev/builders" },
    });
  });
});

test("the execution role of builders can only pull the one image and write the one log", () => {
  const role = dev.all("AWS::IAM::Policy").find(({ id }) => id.startsWith("BuildersStartRole"))!.properties;
  expect(role.PolicyDocument.Statement.map(({ Action, Resource }: any) => [Action, Resource])).toEqual([
    ["ecr:GetAuthorizationToken", "*"],
    [
      ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      expect.stringMatching(/:repository\/cdk-\w+-container-assets-/),
    ],
    [
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      expect.stringMatching(/:log-group:\/gantry\/dev\/builders:\*$/),
    ],
  ]);
});

test("the builder image is built for arm64 from a folder that contains only the builder", () => {
  const assets = JSON.parse(readFileSync(join(assembly.folder, `${FACTORY}.assets.json`), "utf8"));
  const images: any[] = Object.values(assets.dockerImages);
  expect(images).toHaveLength(1);
  expect(images[0].source).toEqual({ directory: expect.stringMatching(/^asset\./), platform: "linux/arm64" });
});
