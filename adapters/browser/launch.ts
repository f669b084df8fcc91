import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bundled from "@sparticuz/chromium";
import { type BrowserContext, type BrowserServer, chromium, errors } from "playwright-core";
import { LAMBDA_LIBRARIES, unpackChromium } from "#adapters/browser/unpack.ts";

export interface Chrome {
  readonly context: BrowserContext;
  /** Kills the process, so that neither a hung page nor a crash can keep it alive. */
  kill(): Promise<void>;
}

/** What pages stored: cookies, local storage and IndexedDB, by origin. */
export interface BrowserStorage {
  state?: Awaited<ReturnType<BrowserContext["storageState"]>>;
}

export interface LaunchOptions {
  /** Path of a Chromium to use instead of the bundled one (Linux) or the installed Chrome (other systems). */
  readonly executable?: string;
  /**
   * Folder in which the bundled Chromium is unpacked. No other user may be able to write to it, because they could
   * replace the program. Default: the temporary folder, which in Lambda belongs to the function.
   */
  readonly folder?: string;
  /** The only origin that the browser can reach. */
  readonly origin: string;
  /** What an earlier browser left for the pages of this one; see {@link keepStorage}. */
  readonly storage?: BrowserStorage;
}

/** Chromium in a single process, which Lambda requires, crashes in about one of a hundred starts. */
const TRIES = 3;

/**
 * Starts a separate browser process with an empty profile, which can reach only one origin. A process that crashes
 * during its start is started again.
 */
export async function launch(options: LaunchOptions): Promise<Chrome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connect(await serve(options), options.storage);
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

/** Keeps what the pages of a browser have stored for the next one. */
export async function keepStorage({ context }: Chrome, storage: BrowserStorage): Promise<void> {
  storage.state = await context.storageState({ indexedDB: true });
}

async function connect(server: BrowserServer, storage: BrowserStorage = {}): Promise<Chrome> {
  const kill = () => server.kill();
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const context = await browser.newContext({
      serviceWorkers: "block",
      acceptDownloads: false,
      ...(storage.state && { storageState: storage.state }),
    });
    return { context, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/**
 * The browser's environment. Contains no credentials, because it opens untrusted pages. In Lambda it has the paths of
 * the bundled libraries and fonts.
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

/** Unpacking takes a second and must not run twice at the same time. */
const unpacked = new Map<string, Promise<string>>();

function unpackedIn(folder: string): Promise<string> {
  const path = unpacked.get(folder) ?? unpackChromium(folder);
  unpacked.set(folder, path);
  return path;
}

/** Flags of the package that relax web security; an app is tested with the same security as its users have. */
const LAX = /^--(disable-web-security|allow-running-insecure-content|headless)/;
/** Flags that merge processes for Lambda. On other systems a page can crash without its browser. */
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
 * Host resolver rules with which only the origin under test resolves, also in redirects, which route handlers do not
 * see. `*.localhost` is loopback by RFC 6761; the rule makes this independent of the machine's resolver.
 */
function resolverRules(origin: string): string {
  const { hostname, port, protocol } = new URL(origin);
  const number = port || (protocol === "https:" ? "443" : "80");
  const target = hostname.endsWith(".localhost") ? "127.0.0.1" : hostname;
  return `MAP ${hostname}:${number} ${target}:${number},MAP * ~NOTFOUND`;
}
