import type { Output, Route, SourceRoute } from "./output.ts";

/** The target of a request: a static file, a function, or only a status with headers (a redirect, a 404). */
export interface Target {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Path below `static/`. */
  readonly file?: string;
  /** Path of the function, and the query parameters that are added to the request's. */
  readonly function?: string;
  readonly query: URLSearchParams;
}

type Phase = "start" | "filesystem" | "miss" | "error";

/**
 * Finds the target of a request by the Build Output API's routes: rules before the first `handle`, then the
 * file system, then the rules after `handle: filesystem`, then those after `miss`; a 404 or 500 continues
 * with `error`.
 */
export function route(
  output: Output,
  statics: ReadonlyMap<string, unknown>,
  path: string,
  method: string,
): Target {
  const phases = byPhase(output.config.routes ?? []);
  const trip: Trip = { path, status: 200, headers: {}, query: new URLSearchParams(), decided: false };
  for (const phase of ["start", "filesystem", "miss"] as const) {
    follow(trip, phases[phase], method, (at) => find(output, statics, at) !== undefined);
    if (trip.decided) break;
    const found = find(output, statics, trip.path);
    if (found) return { ...found, ...answerOf(trip) };
  }
  if (trip.decided && trip.status < 400) return answerOf(trip);
  return failed(output, statics, phases.error, method, trip);
}

interface Trip {
  path: string;
  status: number;
  headers: Record<string, string>;
  query: URLSearchParams;
  /** A rule set a status without a destination, which ends the routing. */
  decided: boolean;
}

const answerOf = ({ status, headers, query }: Trip) => ({ status, headers, query });

/** The error page: a rule of the `error` phase for this status, or `404.html`. */
function failed(
  output: Output,
  statics: ReadonlyMap<string, unknown>,
  rules: readonly SourceRoute[],
  method: string,
  trip: Trip,
): Target {
  const status = trip.decided ? trip.status : 404;
  const onError = { ...trip, status, decided: false };
  const matching = rules.filter((rule) => rule.status === undefined || rule.status === status);
  follow(onError, matching, method, () => false);
  const found = matching.some(({ dest }) => dest) ? find(output, statics, onError.path) : undefined;
  const page = found ?? (status === 404 ? find(output, statics, "/404.html") : undefined);
  return { ...page, ...answerOf(onError), status };
}

function follow(
  trip: Trip,
  rules: readonly SourceRoute[],
  method: string,
  exists: (path: string) => boolean,
) {
  for (const rule of rules) {
    if (rule.methods && !rule.methods.includes(method)) continue;
    const match = new RegExp(anchored(rule.src), rule.caseSensitive ? "" : "i").exec(trip.path);
    if (!match) continue;
    for (const [name, value] of Object.entries(rule.headers ?? {}))
      trip.headers[name.toLowerCase()] = fill(value, match);
    if (rule.status !== undefined) trip.status = rule.status;
    if (rule.dest !== undefined) go(trip, rule.dest, match);
    if (rule.continue || (rule.check && !exists(trip.path))) continue;
    trip.decided = rule.dest === undefined && rule.status !== undefined;
    return;
  }
}

/** The query is parsed before groups are inserted, because their values are data with any characters. */
function go(trip: Trip, dest: string, match: RegExpExecArray): void {
  const [path = "", query = ""] = dest.split("?", 2);
  trip.path = fill(path, match);
  for (const [name, value] of new URLSearchParams(query)) trip.query.set(name, fill(value, match));
}

/** Finds a file, the index page of a folder, or a function at a path. */
function find(
  output: Output,
  statics: ReadonlyMap<string, unknown>,
  path: string,
): { file: string } | { function: string } | undefined {
  const name = path.replace(/^\/+|\/+$/g, "");
  for (const candidate of [name, name === "" ? "index.html" : `${name}/index.html`]) {
    if (statics.has(candidate)) return { file: candidate };
  }
  for (const candidate of [name, name === "" ? "index" : `${name}/index`]) {
    if (output.functions.has(candidate)) return { function: candidate };
  }
  return undefined;
}

const anchored = (src: string) => `${src.startsWith("^") ? "" : "^"}${src}${src.endsWith("$") ? "" : "$"}`;

/** Replaces `$1` and `$name` by the pattern's groups. */
function fill(text: string, match: RegExpExecArray): string {
  return text.replace(/\$(\d+|[A-Za-z_]\w*)/g, (_all, group: string) => {
    const value = /^\d+$/.test(group) ? match[Number(group)] : match.groups?.[group];
    return value ?? "";
  });
}

function byPhase(routes: readonly Route[]): Record<Phase, SourceRoute[]> {
  const phases: Record<Phase, SourceRoute[]> = { start: [], filesystem: [], miss: [], error: [] };
  let phase: Phase = "start";
  for (const item of routes) {
    if ("handle" in item) phase = item.handle;
    else phases[phase].push(item);
  }
  return phases;
}

/** Decodes a request's path once, or returns undefined for invalid percent-encoding. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
