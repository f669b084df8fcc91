/** The function's environment. Each provider parses its own variables. */
export function readEnv(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
