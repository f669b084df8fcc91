import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Operation {
  readonly operationId: string;
  /** What its caller needs: `public`, or a right, which takes a session. */
  readonly "x-gantry-right": string;
}

/** What the stacks read of openapi.json. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The API's description at the repository's root, as it was written from the product's route table. */
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
