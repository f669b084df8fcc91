import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limit } from "#test/support/limits.ts";
import type { Template } from "#test/support/template.ts";

type Context = Readonly<Record<string, string>>;

export const ROOT = join(import.meta.dirname, "../../..");
/** All that a template or an asset can come from, beside the packages. */
export const SOURCES = [
  ...[
    "bin",
    "lib",
    "core",
    "deployment",
    "adapters",
    "lambdas",
    "builder-image",
    "statemachines",
    "skills",
    "web",
    "docs",
  ],
  ...["README.md", "cdk.json", "package.json", "package-lock.json", "policy.yaml", "openapi.json"],
];
/** Settings of the CDK that change what it makes, from where `cdk` reads them as well. */
export const FLAGS: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(ROOT, "cdk.json"), "utf8"),
).context;
const KEPT = join(tmpdir(), "gantry-synth");
const KEPT_MS = 3600_000;
const LONGEST_SECONDS = 150;

/** What `cdk synth` leaves, by stack. */
export interface Assembly {
  readonly folder: string;
  /** Template by stack id. */
  readonly templates: Readonly<Record<string, Template>>;
  readonly manifest: Readonly<Record<string, unknown>>;
}

const deployments = JSON.parse(readFileSync(join(ROOT, "test/cases/deployments.json"), "utf8"));
export const DEV: Context = deployments.dev;
/** The other choice of everything that can be chosen. */
export const STRICT: Context = deployments.strict;

/**
 * The app, synthesised by the program that deploys it. One synthesis of the same sources and context is shared by
 * all test files and by later runs, until an hour after its last use.
 */
export async function synthesise(context: Context = DEV): Promise<Assembly> {
  const folder = join(KEPT, `${sourcesHash()}-${hashOf(JSON.stringify(context))}`);
  await once(folder, () => make(folder, context));
  utimesSync(folder, new Date(), new Date());
  const manifest = readJson(join(folder, "manifest.json"));
  const stacks = Object.entries((manifest as { artifacts: Record<string, { type: string }> }).artifacts)
    .filter(([, { type }]) => type === "aws:cloudformation:stack")
    .map(([id]) => [id, readJson(join(folder, `${id}.template.json`)) as unknown as Template]);
  return { folder, manifest, templates: Object.fromEntries(stacks) };
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the app into a folder and says how it ended; of this checkout, with this environment, unless told otherwise. */
export function runApp(
  folder: string,
  context: Context,
  root: string = ROOT,
  env: NodeJS.ProcessEnv = {},
): Run {
  return spawnSync(join(ROOT, "node_modules/.bin/node"), ["bin/gantry.ts"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      ...env,
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify({ ...FLAGS, ...context }),
    },
  });
}

function make(folder: string, context: Context): void {
  const unfinished = `${folder}.${process.pid}`;
  const { status, stderr } = runApp(unfinished, context);
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`The app cannot be synthesised:\n${stderr}`);
  }
  renameSync(unfinished, folder);
}

/** Makes the folder unless it is there; of several processes that want it, one does and the others wait. */
async function once(folder: string, work: () => void): Promise<void> {
  const lock = `${folder}.lock`;
  const longest = limit(LONGEST_SECONDS);
  mkdirSync(KEPT, { recursive: true });
  while (!existsSync(folder)) {
    if (longest.over()) rmSync(lock, { force: true }); // Whoever held it is gone.
    if (take(lock)) {
      try {
        sweep();
        if (!existsSync(folder)) work();
      } finally {
        rmSync(lock, { force: true });
      }
    } else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

function sweep(): void {
  for (const name of readdirSync(KEPT)) {
    const path = join(KEPT, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

let known: string | undefined;

function sourcesHash(): string {
  if (known) return known;
  const hash = createHash("sha256");
  for (const source of SOURCES) add(hash, source);
  known = hash.digest("hex").slice(0, 16);
  return known;
}

function add(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(ROOT, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found || path.endsWith("node_modules")) return;
  if (found.isDirectory()) for (const name of readdirSync(full).toSorted()) add(hash, join(path, name));
  else hash.update(`${path}\n`).update(readFileSync(full));
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8"));
