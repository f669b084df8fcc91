import type { Page } from "playwright-core";
import { measureControl } from "#adapters/browser/control.ts";
import {
  type BrowserStorage,
  type Chrome,
  keepStorage,
  type LaunchOptions,
  launch,
} from "#adapters/browser/launch.ts";
import { collectErrors } from "#adapters/browser/page-errors.ts";
import { wallIn } from "#adapters/browser/wall.ts";
import { within } from "#adapters/browser/within.ts";
import { GantryError } from "#core/kernel/errors.ts";

export interface BrowserOptions {
  /** Path of a Chromium; default: the bundled one on Linux, the installed Chrome on other systems. */
  readonly executable?: string;
  /** Folder in which the bundled one is unpacked; see {@link LaunchOptions}. */
  readonly folder?: string;
  /** What the pages find and leave: with it, acceptances see the records of those before. */
  readonly storage?: BrowserStorage;
  /** Sent to the origin under test with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Time limit of a step on an idle machine, in milliseconds. */
  readonly stepMs?: number;
  /** Time limit for loading a page, in milliseconds; longer, because the first visit can include a cold start. */
  readonly loadMs?: number;
  /** Measures the speed of this machine during a slow step, in milliseconds; Infinity above `ms`. */
  readonly control?: (options: LaunchOptions, ms: number) => Promise<number>;
}

/** The state that the acceptances of one run share. */
export interface Session {
  readonly options: BrowserOptions;
  readonly url: string;
  readonly origin: string;
  readonly deadline: number;
  readonly errors: Set<string>;
  readonly signal: AbortSignal;
  /** Whether the machine was too slow for a trivial page. */
  slowed: boolean;
}

/** A session that ends after so many seconds, or when `signal` is aborted. */
export function createSession(
  url: string,
  seconds: number,
  options: BrowserOptions,
  signal: AbortSignal = new AbortController().signal,
): Session {
  const deadline = performance.now() + seconds * 1000;
  const { origin } = new URL(url);
  return { options, url, origin, deadline, errors: new Set(), signal, slowed: false };
}

/**
 * Runs a task on a new page and always kills the browser afterwards. Undefined when the deadline comes first. Rejects
 * when the run is cancelled.
 */
export async function inBrowser<T>(
  session: Session,
  task: (page: Page) => Promise<T>,
): Promise<T | undefined> {
  const { deadline, signal } = session;
  signal.throwIfAborted();
  if (performance.now() >= deadline) return undefined;
  const chrome = await start(session);
  try {
    const done = (async () => {
      const result = await task(await firstPage(session, chrome));
      if (session.options.storage) await keepStorage(chrome, session.options.storage);
      return result;
    })();
    return await within(deadline - performance.now(), Promise.race([done, aborted(signal)]));
  } finally {
    await chrome.kill();
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

const launchOptions = ({ executable, folder }: BrowserOptions, origin: string): LaunchOptions => ({
  origin,
  ...(executable === undefined ? {} : { executable }),
  ...(folder === undefined ? {} : { folder }),
});

/** The time that a trivial page takes now, in milliseconds; Infinity above `ms`. */
export const control = ({ options, origin }: Session, ms: number) =>
  (options.control ?? measureControl)(launchOptions(options, origin), ms);

async function start({ options, origin }: Session): Promise<Chrome> {
  try {
    const { storage } = options;
    return await launch({ ...launchOptions(options, origin), ...(storage && { storage }) });
  } catch (cause) {
    throw noBrowser(cause);
  }
}

async function firstPage({ errors, options, origin }: Session, { context }: Chrome): Promise<Page> {
  try {
    collectErrors(context, origin, errors);
    await wallIn(context, origin, options.headers ?? {});
    return await context.newPage();
  } catch (cause) {
    throw noBrowser(cause);
  }
}

const noBrowser = (cause: unknown) =>
  new GantryError("EnvironmentFailure", "The browser for acceptance could not be started.", { cause });
