import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { passwordHash } from "#local/password-hash.ts";
import { PARAMETERS } from "#local/topology.ts";
import { aws, type Opened } from "./effects.ts";

/** Adds the owner of another tenant, as an operator does with `gantry secrets set users/<name> --tenant <tenant>`. */
export async function addOwner(
  gantry: Opened,
  { user, tenant, password }: { user: string; tenant: string; password: string },
): Promise<void> {
  const ssm = new SSMClient(aws(gantry));
  const Value = JSON.stringify({ tenant, role: "owner", phc: await passwordHash(password) });
  await ssm.send(
    new PutParameterCommand({ Name: `${PARAMETERS}/users/${user}`, Value, Type: "SecureString" }),
  );
  ssm.destroy();
}
