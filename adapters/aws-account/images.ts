import { DescribeImagesCommand, type ECRClient } from "@aws-sdk/client-ecr";

/** An image of a private registry: account, region, repository, and a tag or a digest. */
const IMAGE = /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?::([^@]+)|@(.+))$/;

/** Bytes of an image as a task pulls it, compressed; undefined when its name is none of a private registry. */
export async function readImageSize(client: ECRClient, uri: string): Promise<number | undefined> {
  const [, registryId, repositoryName, imageTag, imageDigest] = IMAGE.exec(uri) ?? [];
  if (!repositoryName) return undefined;
  const { imageDetails } = await client.send(
    new DescribeImagesCommand({ registryId, repositoryName, imageIds: [{ imageTag, imageDigest }] }),
  );
  return imageDetails?.[0]?.imageSizeInBytes;
}
