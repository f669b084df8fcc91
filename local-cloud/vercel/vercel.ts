import type { CloudHandler, CloudService } from "#local-cloud/http.ts";
import { type AppLog, createFunctions } from "#local-cloud/vercel/functions/functions.ts";
import type { SandboxOptions } from "#local-cloud/vercel/functions/prove.ts";
import { createApi } from "./api.ts";
import { createRoutes } from "./routes.ts";
import { createServe } from "./serve.ts";
import { openStore } from "./store.ts";
import type { Scene } from "./view.ts";

export interface VercelOptions {
  /** Folder for the journal, the files and the functions. */
  readonly dir: string;
  /** The only valid token of the API. */
  readonly token: string;
  /** The address of the local cloud; deployments are at the same port under `<label>.localhost`. */
  readonly origin?: string;
  /** The sandbox of functions, without which none runs. */
  readonly sandbox?: SandboxOptions;
  /** Receives the console output of functions, with the label of their deployment. */
  readonly log?: AppLog;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const NO_SANDBOX: SandboxOptions = { find: () => undefined, fix: () => "start it with a sandbox" };

export interface Vercel extends CloudService {
  /** Handles requests whose `Host` is `<label>.localhost[:port]`. */
  readonly serve: CloudHandler;
}

/**
 * Vercel for one machine: its REST API (https://vercel.com/docs/rest-api) for prebuilt deployments, and their
 * serving by the Build Output API v3. Acknowledged changes survive the end of the process.
 */
export function createVercel(options: VercelOptions): Vercel {
  const { dir, origin = "http://127.0.0.1:5050", now = Date.now } = options;
  const store = openStore(dir);
  const { sandbox = NO_SANDBOX, log = () => {} } = options;
  const functions = createFunctions({ dir, store, sandbox, log });
  const { port } = new URL(origin);
  const host = (label: string) => `${label}.localhost${port ? `:${port}` : ""}`;
  const scene = (): Scene => ({ state: store.state, now: now(), host });

  return {
    handle: createApi(createRoutes(store, scene), options.token, () => store.settled()),
    serve: createServe(store, functions, now),
    close: async () => {
      await functions.close();
      store.close();
    },
  };
}
