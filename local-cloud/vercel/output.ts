import { z } from "zod";

/** The reason why an output tree cannot be served. */
export interface OutputFailure {
  readonly code: string;
  readonly message: string;
}

const phaseRoute = z.strictObject({ handle: z.enum(["filesystem", "miss", "error"]) });
const sourceRoute = z.strictObject({
  src: z.string(),
  dest: z.string().startsWith("/", "'dest' must be a path of the deployment").optional(),
  headers: z.record(z.string(), z.string()).optional(),
  methods: z.array(z.string()).optional(),
  status: z.number().int().min(100).max(599).optional(),
  continue: z.boolean().optional(),
  check: z.boolean().optional(),
  caseSensitive: z.boolean().optional(),
  important: z.boolean().optional(),
});
export type SourceRoute = z.infer<typeof sourceRoute>;
export type Route = z.infer<typeof phaseRoute> | SourceRoute;

/** Not a plain union, whose errors would not name the invalid member. */
const routeSchema = z.unknown().transform((value, context): Route => {
  const isPhase = typeof value === "object" && value !== null && "handle" in value;
  const parsed = (isPhase ? phaseRoute : sourceRoute).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { message, path } of parsed.error.issues) context.addIssue({ code: "custom", message, path });
  return z.NEVER;
});

/**
 * The supported part of `config.json` of Vercel's Build Output API v3; everything else is refused by name.
 */
const configSchema = z.strictObject({
  version: z.literal(3),
  routes: z.array(routeSchema).optional(),
  overrides: z
    .record(z.string(), z.strictObject({ path: z.string().optional(), contentType: z.string().optional() }))
    .optional(),
  cache: z.array(z.string()).optional(),
  framework: z.strictObject({ version: z.string() }).optional(),
});
type OutputConfig = z.infer<typeof configSchema>;

/** `.vc-config.json` of a Node.js function. */
const functionSchema = z.strictObject({
  runtime: z.enum(["nodejs20.x", "nodejs22.x", "nodejs24.x"]),
  handler: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\]+$/, "must be a path below the function"),
  launcherType: z.literal("Nodejs"),
  shouldAddHelpers: z.boolean().optional(),
  shouldAddSourcemapSupport: z.boolean().optional(),
  supportsResponseStreaming: z.boolean().optional(),
  memory: z.number().optional(),
  maxDuration: z.number().positive().optional(),
  regions: z.array(z.string()).optional(),
  architecture: z.enum(["x86_64", "arm64"]).optional(),
});
type FunctionConfig = z.infer<typeof functionSchema>;

export interface OutputFunction {
  /** Folder below `.vercel/output/`: `functions/api/hello.func`. */
  readonly folder: string;
  readonly config: FunctionConfig;
}

export interface Output {
  readonly config: OutputConfig;
  /** Functions by their path without the leading slash: `api/hello`. */
  readonly functions: ReadonlyMap<string, OutputFunction>;
}

const FUNCTION_CONFIG = /^functions\/(.+)\.func\/\.vc-config\.json$/;

/** Reads an output tree, paths relative to `.vercel/output/`. */
export function readOutput(
  paths: readonly string[],
  read: (path: string) => string,
): { output: Output } | { failure: OutputFailure } {
  if (!paths.includes("config.json"))
    return failed("missing_build_output", "The output has no .vercel/output/config.json.");
  const stray = paths.find((path) => !/^(config\.json|static\/.+|functions\/.+\.func\/.+)$/.test(path));
  if (stray !== undefined) return failed("invalid_build_output", `'${stray}' has no place in the output.`);

  const config = parse(configSchema, "config.json", read);
  if ("failure" in config) return config;
  const pattern = config.value.routes?.find((route) => "src" in route && regexFault(route.src));
  if (pattern && "src" in pattern)
    return failed("invalid_build_output", `config.json: '${pattern.src}' is not a pattern.`);

  const functions = new Map<string, OutputFunction>();
  for (const path of paths) {
    const name = FUNCTION_CONFIG.exec(path)?.[1];
    if (name === undefined) continue;
    const parsed = parse(functionSchema, path, read);
    if ("failure" in parsed) return parsed;
    const folder = `functions/${name}.func`;
    if (!paths.includes(`${folder}/${parsed.value.handler}`))
      return failed("invalid_build_output", `${path}: the handler '${parsed.value.handler}' does not exist.`);
    functions.set(name, { folder, config: parsed.value });
  }
  return { output: { config: config.value, functions } };
}

function parse<T>(schema: z.ZodType<T>, path: string, read: (path: string) => string) {
  let json: unknown;
  try {
    json = JSON.parse(read(path));
  } catch {
    return failed("invalid_build_output", `${path} is not JSON.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  return failed("invalid_build_output", `${path}: ${z.prettifyError(parsed.error).replaceAll("\n", " ")}`);
}

function regexFault(src: string): boolean {
  try {
    new RegExp(src);
    return false;
  } catch {
    return true;
  }
}

const failed = (code: string, message: string) => ({ failure: { code, message } });
