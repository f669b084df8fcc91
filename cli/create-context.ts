import type { CliConfig } from "#cli/config.ts";
import type { Context } from "#cli/context.ts";
import { createApi } from "#cli/service/api.ts";
import { createOutput, type Terminal } from "#cli/terminal/output.ts";

/** Creates the context of a command. */
export function createContext(from: {
  readonly config: CliConfig;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly json: boolean;
}): Context {
  const { config, terminal, signal, json } = from;
  const { color, hyperlinks } = config;
  return {
    config,
    terminal,
    signal,
    api: createApi(config),
    out: createOutput(terminal, { json, color, hyperlinks }),
  };
}
