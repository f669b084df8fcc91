import { globSync, readFileSync } from "node:fs";
import * as kms from "@aws-sdk/client-kms";
import * as ssm from "@aws-sdk/client-ssm";
import { describe, expect, it } from "@jest/globals";
import { DISTINGUISHED } from "#lib/bundling/sdk-schemas.ts";

const CLIENTS = {
  "client-kms": [kms, kms.KMSServiceException],
  "client-ssm": [ssm, ssm.SSMServiceException],
} as const;

/** What the product's sources import from a client by name, types left out. */
function importsOf(client: string): string[] {
  const statement = new RegExp(`import \\{([^}]*)\\} from "@aws-sdk/${client}"`, "g");
  return globSync("{core,adapters,lambdas,builder-image}/**/*.ts")
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(statement)])
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}

describe("the errors of an SDK client that bundles keep", () => {
  it.each(Object.entries(CLIENTS))("are all that the product imports from %s", (client, [exported, base]) => {
    const isError = (name: string) => {
      const value = (exported as unknown as Record<string, unknown>)[name];
      return typeof value === "function" && value.prototype instanceof base;
    };
    const errors = importsOf(client).filter(isError);
    expect(new Set(errors)).toEqual(new Set(DISTINGUISHED[client]));
  });
});
