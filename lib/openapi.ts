import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A JSON schema as OpenAPI 3.1 writes it: draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: "path" | "query" | "header";
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly schema: Schema } } };
}

/** What the stacks read of openapi.json. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
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
