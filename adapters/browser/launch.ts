import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bundled from "@sparticuz/chromium";
import { type BrowserContext, type BrowserServer, chromium, errors } from "playwright-core";
import { LAMBDA_LIBRARIES, unpackChromium } from "#adapters/browser/unpack.ts";

export interface Chrome {
  readonly context: BrowserContext;
  /** Ends the process itself, so that neither a hung page nor a crash can keep it. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** A Chromium to use in place of the bundled one (Linux) or the installed Chrome (elsewhere). */
  readonly executable?: string;
  /**
   * Where the bundled one is unpacked: a folder that no other user can write, or they could plant a program. The
   * temporary folder when left out, which in Lambda is the function's own.
   */
  readonly folder?: string;
  /** The only place that can be reached. */
  readonly origin: string;
}

/** Chromium in a single process, as Lambda needs it, ends at one start in a hundred with a segmentation fault. */
const TRIES = 3;

/**
 * A browser process of its own with an empty profile, which knows one origin and no other host. One that ends while it
 * starts is started again.
 */
export async function launch(options: LaunchOptions): Promise<Chrome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect(await serve(options));
    } catch (error) {
      if (attempt === TRIES || error instanceof errors.TimeoutError) throw error;
    }
  }
}

async function serve({ executable, folder = tmpdir(), origin }: LaunchOptions): Promise<BrowserServer> {
  return chromium.launchServer({
    ...(await program(executable, folder)),
    args: [...flags(executable), ...QUIET, `--host-resolver-rules=${resolverRules(origin)}`],
    env: environment(folder),
    headless: true,
    timeout: 30_000,
  });
}

async function connect(server: BrowserServer): Promise<Chrome> {
  const kill = () => server.kill();
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const context = await browser.newContext({ serviceWorkers: "block", acceptDownloads: false });
    return { context, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/**
 * All that the browser learns of this process's surroundings: it opens strangers' pages, and has no use for keys. Where
 * the system is Lambda's, it finds the libraries and fonts that came with it.
 */
function environment(folder: string): Record<string, string> {
  return {
    PATH: "/usr/bin:/bin",
    HOME: folder,
    TMPDIR: tmpdir(),
    ...(isLambda()
      ? {
          FONTCONFIG_PATH: join(folder, "fonts"),
          LD_LIBRARY_PATH: [join(folder, "al2023/lib"), LAMBDA_LIBRARIES].join(":"),
        }
      : {}),
  };
}

const isLambda = () => existsSync(LAMBDA_LIBRARIES);

const usesBundled = (executable: string | undefined) =>
  executable === undefined && process.platform === "linux";

async function program(executable: string | undefined, folder: string) {
  if (executable !== undefined) return { executablePath: executable };
  if (!usesBundled(executable)) return { channel: "chrome" };
  return { executablePath: await unpackedIn(folder) };
}

/** Unpacking takes a second and must not run twice at once. */
const unpacked = new Map<string, Promise<string>>();

function unpackedIn(folder: string): Promise<string> {
  const path = unpacked.get(folder) ?? unpackChromium(folder);
  unpacked.set(folder, path);
  return path;
}

/** The package's flags are for scraping as well; an app under test gets the web's security as its users have it. */
const LAX = /^--(disable-web-security|allow-running-insecure-content|headless)/;
/** Processes put together for Lambda's sake. Anywhere else a page may crash without its browser. */
const TOGETHER = /^--(single-process|in-process-gpu)$/;

function flags(executable: string | undefined): string[] {
  if (!usesBundled(executable)) return [];
  return bundled.args.filter((flag) => !LAX.test(flag) && (isLambda() || !TOGETHER.test(flag)));
}

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--no-first-run",
  "--no-pings",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
];

/**
 * Every host and port but the one under test is unknown, also to redirects, which no route handler sees.
 * `*.localhost` is loopback by RFC 6761; the rule makes it certain whatever resolver the machine has.
 */
function resolverRules(origin: string): string {
  const { hostname, port, protocol } = new URL(origin);
  const number = port || (protocol === "https:" ? "443" : "80");
  const target = hostname.endsWith(".localhost") ? "127.0.0.1" : hostname;
  return `MAP ${hostname}:${number} ${target}:${number},MAP * ~NOTFOUND`;
}
