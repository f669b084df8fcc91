/** The function's environment. Each part of its factory parses what it is configured by. */
export function readEnv(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
