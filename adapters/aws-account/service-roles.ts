import { GetRoleCommand, type IAMClient, NoSuchEntityException } from "@aws-sdk/client-iam";

/** Whether a role exists, such as `AWSServiceRoleForECS`, the service-linked role of ECS. */
export async function hasRole(client: IAMClient, RoleName: string): Promise<boolean> {
  try {
    await client.send(new GetRoleCommand({ RoleName }));
    return true;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false;
    throw error;
  }
}
