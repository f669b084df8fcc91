/** The function's environment. Each provider parses what configures it. */
export function readEnv(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
