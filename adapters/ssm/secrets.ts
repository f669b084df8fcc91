import {
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from "@aws-sdk/client-ssm";
import type { SecretKeeper, Secrets } from "#core/identity/secrets.ts";

interface Parameters {
  readonly client: SSMClient;
  readonly prefix: string;
}

/** SecureString parameters below one prefix, cached for the life of the process. Missing ones are not cached. */
export function createSecrets({ client, prefix }: Parameters): Secrets {
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

/** Sets SecureString parameters below one prefix. */
export function createSecretKeeper({ client, prefix }: Parameters): SecretKeeper {
  return {
    async put(name, Value) {
      const parameter = { Name: `${prefix}/${name}`, Value, Type: "SecureString", Overwrite: true } as const;
      await client.send(new PutParameterCommand(parameter));
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
