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

/** A secret that is set, without what it says. */
export interface StoredSecret {
  /** Below the prefix: `users/owner`. */
  readonly name: string;
  readonly version: number;
  readonly set_at: Date;
}

/** SecureString parameters below one prefix. What fails is a GantryError that never holds a value. */
export interface Parameters {
  /** Sets it, replacing what was there; answers the version. */
  set(name: string, value: string): Promise<number>;
  get(name: string): Promise<string | undefined>;
  /** Those that are set, by name. */
  list(): Promise<StoredSecret[]>;
  /** Whether it was there. */
  remove(name: string): Promise<boolean>;
}

/** Parameters below `prefix` (`/gantry/<stage>`). `by` is what their descriptions say of who set them. */
export function openParameters({
  prefix,
  by,
  ...place
}: AccountPlace & { readonly prefix: string; readonly by: string }): Parameters {
  const client = new SSMClient(clientOptions(place));
  const path = (name: string) => `${prefix}/${name}`;
  return {
    set: (name, Value) =>
      told("ssm:PutParameter", async () => {
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
      told("ssm:GetParameter", () =>
        unless(undefined, async () => {
          const asked = new GetParameterCommand({ Name: path(name), WithDecryption: true });
          return (await client.send(asked)).Parameter?.Value;
        }),
      ),
    list: () => told("ssm:DescribeParameters", () => listBelow(client, prefix)),
    remove: (name) =>
      told("ssm:DeleteParameter", () =>
        unless(false, async () => {
          await client.send(new DeleteParameterCommand({ Name: path(name) }));
          return true;
        }),
      ),
  };
}

/** Describes what lies below a path: names and dates, which is all that leaves the service. */
export async function listBelow(client: SSMClient, prefix: string): Promise<StoredSecret[]> {
  const found: StoredSecret[] = [];
  const filter = { Key: "Path", Option: "Recursive", Values: [prefix] };
  for await (const page of paginateDescribeParameters({ client }, { ParameterFilters: [filter] }))
    for (const { Name, Version = 0, LastModifiedDate } of page.Parameters ?? [])
      if (Name && LastModifiedDate)
        found.push({ name: Name.slice(prefix.length + 1), version: Version, set_at: LastModifiedDate });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function told<T>(action: string, work: () => Promise<T>): Promise<T> {
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
