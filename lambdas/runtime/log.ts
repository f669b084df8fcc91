import { GantryError } from "#core/errors.ts";

/**
 * One JSON line on standard output. Of an error it takes name, code and stack, and of causes their names:
 * messages of foreign errors may repeat prompts, URLs with signatures or tokens.
 */
export function log(
  level: "info" | "warn" | "error",
  message: string,
  fields: Record<string, unknown> = {},
): void {
  const { error, ...rest } = fields;
  const line = {
    level,
    time: new Date().toISOString(),
    message,
    ...rest,
    ...(error === undefined ? {} : { error: describe(error) }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function describe(error: unknown): Record<string, unknown> {
  if (error instanceof GantryError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
    };
  }
  if (!(error instanceof Error)) return { name: typeof error };
  return {
    name: error.name,
    stack: frames(error),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}

function frames({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8)
    .map((line) => line.trim());
}
