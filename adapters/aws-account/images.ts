import { DescribeImagesCommand, type ECRClient } from "@aws-sdk/client-ecr";

/** The URI of an image in a private registry: account, region, repository, and a tag or digest. */
const IMAGE = /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?::([^@]+)|@(.+))$/;

/** Compressed size of an image in bytes; undefined for an image that is not in a private registry. */
export async function readImageSize(client: ECRClient, uri: string): Promise<number | undefined> {
  const [, registryId, repositoryName, imageTag, imageDigest] = IMAGE.exec(uri) ?? [];
  if (!repositoryName) return undefined;
  const { imageDetails } = await client.send(
    new DescribeImagesCommand({ registryId, repositoryName, imageIds: [{ imageTag, imageDigest }] }),
  );
  return imageDetails?.[0]?.imageSizeInBytes;
}
