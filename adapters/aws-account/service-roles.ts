import { GetRoleCommand, type IAMClient, NoSuchEntityException } from "@aws-sdk/client-iam";

/** Whether a role exists, by its name: that of ECS's service-linked role is `AWSServiceRoleForECS`. */
export async function hasRole(client: IAMClient, RoleName: string): Promise<boolean> {
  try {
    await client.send(new GetRoleCommand({ RoleName }));
    return true;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false;
    throw error;
  }
}
