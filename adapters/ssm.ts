import { GetParameterCommand, ParameterNotFound, type SSMClient } from "@aws-sdk/client-ssm";
import type { Clock, Secrets } from "#core/ports.ts";

const CACHE_MS = 60_000;

/** SecureString parameters below one prefix, read at most once a minute. */
export function createSecrets({
  client,
  clock,
  prefix,
}: {
  client: SSMClient;
  clock: Clock;
  prefix: string;
}): Secrets {
  const cache = new Map<string, { value: string; at: number }>();
  return {
    async get(name) {
      const cached = cache.get(name);
      if (cached && clock.now() - cached.at < CACHE_MS) return cached.value;
      try {
        const { Parameter } = await client.send(
          new GetParameterCommand({ Name: `${prefix}/${name}`, WithDecryption: true }),
        );
        const value = Parameter?.Value;
        if (value !== undefined) cache.set(name, { value, at: clock.now() });
        return value;
      } catch (error) {
        if (error instanceof ParameterNotFound) return undefined;
        throw error;
      }
    },
  };
}
