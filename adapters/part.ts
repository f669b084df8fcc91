import type { S3ClientConfig } from "@aws-sdk/client-s3";
import { z } from "zod";
import { lazy } from "#adapters/lazy.ts";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";

type Name = keyof Factory;

/** One member of the factory: the environment variables it is configured by, and how it is made. */
export interface Part<N extends Name = Name> {
  readonly name: N;
  readonly env: z.ZodRawShape;
  /** Parts it is made of; they come along. */
  readonly uses: readonly Part[];
  readonly make: (config: never, factory: Factory, clients: ClientOptions) => Factory[N];
}

/** In whose name AWS is asked, and over which connections; the function's own unless given. */
export type ClientOptions = Pick<S3ClientConfig, "credentials" | "requestHandler">;

/** Writes a part with its configuration and the parts it is made of typed. */
export function part<
  N extends Name,
  const S extends z.ZodRawShape,
  const U extends readonly Part[] = [],
>(row: {
  readonly name: N;
  readonly env: S;
  readonly uses?: U;
  readonly make: (
    config: z.infer<z.ZodObject<S>>,
    factory: Pick<Factory, U[number]["name"]>,
    clients: ClientOptions,
  ) => Factory[N];
}): Part<N> {
  return { ...row, uses: row.uses ?? [] } as Part<N>;
}

/** What the parts make together, and what they bring along. */
export type Made<P extends readonly Part[]> = Pick<Factory, P[number]["name"]>;

/**
 * The factory of these parts, each made when it is first used. The environment is parsed here, once: a missing or
 * malformed variable stops the function at its cold start, by name; one that no part names is not looked at.
 */
export function assemble<const P extends readonly Part[]>(
  parts: P,
  env: Readonly<Record<string, string | undefined>>,
): Made<P> {
  return makeParts(parts, readConfig(closure(parts), env));
}

/** The same of configuration that is read already, and of parts that are used in another name. */
export function makeParts<const P extends readonly Part[]>(
  parts: P,
  config: unknown,
  clients: ClientOptions = {},
): Made<P> {
  const factory: Factory = lazy(
    Object.fromEntries(
      closure(parts).map(({ name, make }) => [name, () => make(config as never, factory, clients)]),
    ),
  ) as never;
  return factory;
}

/** These parts and all they are made of, each once. */
export function closure(parts: readonly Part[]): readonly Part[] {
  const all = new Map<Name, Part>();
  const add = (row: Part) => {
    if (all.has(row.name)) return;
    all.set(row.name, row);
    row.uses.forEach(add);
  };
  parts.forEach(add);
  return [...all.values()];
}

function readConfig(parts: readonly Part[], env: Readonly<Record<string, string | undefined>>): unknown {
  const shape = Object.assign({}, ...parts.map(({ env: own }) => own)) as z.ZodRawShape;
  const parsed = z.object(shape).safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new GantryError("Internal", `The function is not configured: ${faults.join("; ")}`);
}
