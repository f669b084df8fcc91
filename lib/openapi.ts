import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Operation {
  readonly operationId: string;
  /** The right that its caller needs, or `public`. */
  readonly "x-gantry-right": string;
  /** Whether its reply can be streamed. */
  readonly "x-gantry-streams"?: true;
}

/** The part of openapi.json that the stacks read. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Reads openapi.json at the repository's root, which is generated from the route table. */
export function readOpenApi(root: string): OpenApi {
  return JSON.parse(readFileSync(join(root, "openapi.json"), "utf8")) as OpenApi;
}

export interface OperationAt {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export function operationsOf({ paths }: OpenApi): readonly OperationAt[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
}
