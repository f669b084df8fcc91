import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DescribeImagesCommand, type ECRClient } from "@aws-sdk/client-ecr";
import { DescribeTaskDefinitionCommand, type ECSClient } from "@aws-sdk/client-ecs";
import { readResources } from "./stacks.ts";

/** An image of a private registry: account, region, repository, and a tag or a digest. */
const IMAGE = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?::([^@]+)|@(.+))$/;

/**
 * Bytes of the largest image that the stack's task definitions start, compressed as it is pulled; undefined when
 * they start none of a private registry.
 */
export async function readBuilderImage(
  clients: { cloudformation: CloudFormationClient; ecs: ECSClient; ecr: ECRClient },
  stack: string,
): Promise<number | undefined> {
  const tasks = await readResources(clients.cloudformation, stack, "AWS::ECS::TaskDefinition");
  const images = new Set((await Promise.all(tasks.map((arn) => imagesOf(clients.ecs, arn)))).flat());
  const sizes = await Promise.all([...images].map((image) => sizeOf(clients.ecr, image)));
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

async function imagesOf(client: ECSClient, taskDefinition: string): Promise<string[]> {
  const { taskDefinition: task } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
  return (task?.containerDefinitions ?? [])
    .map(({ image = "" }) => image)
    .filter((image) => IMAGE.test(image));
}

async function sizeOf(client: ECRClient, image: string): Promise<number> {
  const [, registryId, , repositoryName = "", imageTag, imageDigest] = IMAGE.exec(image) ?? [];
  const { imageDetails } = await client.send(
    new DescribeImagesCommand({ registryId, repositoryName, imageIds: [{ imageTag, imageDigest }] }),
  );
  return imageDetails?.[0]?.imageSizeInBytes ?? 0;
}
