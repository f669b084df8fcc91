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
  /** `services` contains at least those of `uses`. Throws ZodError for an invalid configuration. */
  readonly create: (surroundings: Surroundings, services: Partial<Services>) => Services[N];
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
  const schema = z.object(row.env);
  return {
    name: row.name,
    env: row.env,
    uses: row.uses ?? [],
    create: (surroundings, services) =>
      row.create(schema.parse(surroundings.env), services as Provided<U>, surroundings),
  };
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
  requireConfigured(all, env);
  const services: Partial<Services> = {};
  for (const row of all) add(services, row, { env, clients });
  return services as Provided<P>;
}

function add<N extends ServiceName>(
  services: Partial<Services>,
  { name, create }: Provider<N>,
  surroundings: Surroundings,
): void {
  Object.assign(services, { [name]: create(surroundings, services) });
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

/** Throws Internal, naming each missing or malformed variable. */
function requireConfigured(providers: readonly Provider[], env: Environment): void {
  const shape = Object.assign({}, ...providers.map(({ env: own }) => own)) as z.ZodRawShape;
  const parsed = z.object(shape).safeParse(env);
  if (parsed.success) return;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new GantryError("Internal", `The function is not configured: ${faults.join("; ")}`);
}
