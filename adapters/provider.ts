import type { S3ClientConfig } from "@aws-sdk/client-s3";
import { z } from "zod";
import type { ServiceName, Services } from "#adapters/services.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** Environment variables by name, as text or already parsed. */
type Environment = Readonly<Record<string, unknown>>;

/** Credentials and connections of AWS clients; default: those of the function. */
export type ClientOptions = Pick<S3ClientConfig, "credentials" | "requestHandler">;

/** The environment and client options for creating services. */
interface Surroundings {
  readonly env: Environment;
  readonly clients: ClientOptions;
}

/** A service: its environment variables, the services that it uses, and a function that creates it. */
export interface Provider<N extends ServiceName = ServiceName> {
  readonly name: N;
  readonly env: z.ZodRawShape;
  readonly uses: readonly Provider[];
  /** `config` has the parsed variables of `env`; `services` contains at least those of `uses`. */
  readonly create: (
    config: Readonly<Record<string, unknown>>,
    services: Partial<Services>,
    surroundings: Surroundings,
  ) => Services[N];
}

/** Declares a provider; types its configuration and the services that it uses. */
export function provider<
  N extends ServiceName,
  const S extends z.ZodRawShape,
  const U extends readonly Provider[] = [],
>(row: {
  readonly name: N;
  readonly env: S;
  readonly uses?: U;
  readonly create: (
    config: z.infer<z.ZodObject<S>>,
    services: Provided<U>,
    surroundings: Surroundings,
  ) => Services[N];
}): Provider<N> {
  return { ...row, uses: row.uses ?? [], create: row.create as Provider<N>["create"] };
}

/** The services of these providers. */
export type Provided<P extends readonly Provider[]> = Pick<Services, P[number]["name"]>;

/**
 * Creates the services of these providers and of those that they use. Parses the environment once: a missing or
 * malformed variable throws Internal at cold start, naming it. Reads only variables of these providers.
 */
export function provide<const P extends readonly Provider[]>(
  providers: P,
  env: Environment,
  clients: ClientOptions = {},
): Provided<P> {
  const all = withUsed(providers);
  const config = parseConfig(all, env);
  const services: Partial<Services> = {};
  for (const { name, env: own, create } of all)
    Object.assign(services, { [name]: create(pick(config, Object.keys(own)), services, { env, clients }) });
  return services as Provided<P>;
}

/** These providers and all that they use, without duplicates and in dependency order. The first of a name counts. */
export function withUsed(providers: readonly Provider[]): readonly Provider[] {
  const given = new Map<ServiceName, Provider>();
  for (const row of providers) if (!given.has(row.name)) given.set(row.name, row);
  const all = new Map<ServiceName, Provider>();
  const visit = (row: Provider) => {
    const chosen = given.get(row.name) ?? row;
    if (all.has(chosen.name)) return;
    chosen.uses.forEach(visit);
    all.set(chosen.name, chosen);
  };
  providers.forEach(visit);
  return [...all.values()];
}

/** The variables of these providers. Throws Internal, naming each missing or malformed variable. */
function parseConfig(providers: readonly Provider[], env: Environment): Readonly<Record<string, unknown>> {
  const shape = Object.assign({}, ...providers.map(({ env: own }) => own)) as z.ZodRawShape;
  const parsed = z.object(shape).safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new GantryError("Internal", `The function is not configured: ${faults.join("; ")}`);
}

const pick = (config: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(config, name)).map((name) => [name, config[name]]));
