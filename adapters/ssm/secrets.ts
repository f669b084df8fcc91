import { GetParameterCommand, ParameterNotFound, type SSMClient } from "@aws-sdk/client-ssm";
import type { Secrets } from "#core/identity/secrets.ts";

/** SecureString parameters below one prefix, cached for the life of the process. Missing ones are not cached. */
export function createSecrets({ client, prefix }: { client: SSMClient; prefix: string }): Secrets {
  const known = new Map<string, string>();
  return {
    async get(name, { fresh } = { fresh: false }) {
      const kept = known.get(name);
      if (kept !== undefined && !fresh) return kept;
      const value = await read(client, `${prefix}/${name}`);
      if (value === undefined) known.delete(name);
      else known.set(name, value);
      return value;
    },
  };
}

async function read(client: SSMClient, name: string): Promise<string | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return Parameter?.Value;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}
