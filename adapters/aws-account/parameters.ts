import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  paginateDescribeParameters,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { type AccountPlace, clientOptions } from "./client-options.ts";
import { refusal } from "./problem.ts";

/** A stored secret without its value. */
export interface StoredSecret {
  /** Name below the prefix: `users/owner`. */
  readonly name: string;
  readonly version: number;
  readonly set_at: Date;
}

/** SecureString parameters below one prefix. All methods throw GantryError, which never contains a value. */
export interface Parameters {
  /** Creates or replaces a parameter and returns its version. */
  set(name: string, value: string): Promise<number>;
  get(name: string): Promise<string | undefined>;
  /** The stored parameters, sorted by name. */
  list(): Promise<StoredSecret[]>;
  /** Removes a parameter; false when it did not exist. */
  remove(name: string): Promise<boolean>;
}

/** Opens the parameters below `prefix` (`/gantry/<stage>`). `by` is who sets them, for their descriptions. */
export function openParameters({
  prefix,
  by,
  ...place
}: AccountPlace & { readonly prefix: string; readonly by: string }): Parameters {
  const client = new SSMClient(clientOptions(place));
  const path = (name: string) => `${prefix}/${name}`;
  return {
    set: (name, Value) =>
      withRefusals("ssm:PutParameter", async () => {
        const { Version = 0 } = await client.send(
          new PutParameterCommand({
            Name: path(name),
            Value,
            Type: "SecureString",
            Tier: "Standard",
            Overwrite: true,
            Description: `Set by: ${by}`,
          }),
        );
        return Version;
      }),
    get: (name) =>
      withRefusals("ssm:GetParameter", () =>
        unless(undefined, async () => {
          const command = new GetParameterCommand({ Name: path(name), WithDecryption: true });
          return (await client.send(command)).Parameter?.Value;
        }),
      ),
    list: () => withRefusals("ssm:DescribeParameters", () => listBelow(client, prefix)),
    remove: (name) =>
      withRefusals("ssm:DeleteParameter", () =>
        unless(false, async () => {
          await client.send(new DeleteParameterCommand({ Name: path(name) }));
          return true;
        }),
      ),
  };
}

/** Lists the parameters below a path, with names, versions and dates; values are not requested. */
export async function listBelow(client: SSMClient, prefix: string): Promise<StoredSecret[]> {
  const found: StoredSecret[] = [];
  const filter = { Key: "Path", Option: "Recursive", Values: [prefix] };
  for await (const page of paginateDescribeParameters({ client }, { ParameterFilters: [filter] }))
    for (const { Name, Version = 0, LastModifiedDate } of page.Parameters ?? [])
      if (Name && LastModifiedDate)
        found.push({ name: Name.slice(prefix.length + 1), version: Version, set_at: LastModifiedDate });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function withRefusals<T>(action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusal(error, action);
  }
}

async function unless<T>(absent: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ParameterNotFound) return absent;
    throw error;
  }
}
