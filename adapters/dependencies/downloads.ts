import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";
import { GantryError } from "#core/kernel/errors.ts";
import { printableLine } from "#core/kernel/printable.ts";
import { inMegabytes } from "./limits.ts";
import { MOST_NAMED, type Order } from "./messages.ts";
import { isPrivateAddress } from "./private-address.ts";
import { NPM_REGISTRY } from "./resolver.ts";

/**
 * Enforces the order's limits on all HTTP requests of this process while they stream: number of packages, size of one
 * response and of all responses, and targets of redirects. Calls `fail` with the first violation, and `onFetching` with
 * the names of pending packages, the longest pending first, when they change.
 */
export function limitDownloads(
  order: Order,
  fail: (error: GantryError) => void,
  onFetching: (packages: readonly string[]) => void,
): void {
  const { limits } = order;
  const home = new URL(order.registry ?? NPM_REGISTRY).hostname;
  const waiting = new Map<ClientRequest, string>();
  const described = new Set<string>();
  let all = 0;
  const stop = (request: ClientRequest, error: GantryError) => {
    fail(error);
    request.destroy(error);
  };
  const refuse = (request: ClientRequest, sentence: string) =>
    stop(request, new GantryError("DependencyRefused", sentence, { field: "package.json" }));

  subscribe("http.client.request.created", (message) => {
    const { request } = message as { request: ClientRequest };
    const name = packageOf(request);
    const isDescription = String(request.getHeader("pacote-req-type")) === "packument";
    const most = isDescription ? limits.packumentBytes : limits.tarballBytes;
    if (isDescription && described.add(name).size > limits.packages)
      refuse(
        request,
        `The app's dependencies are more than ${limits.packages} packages, the limit; '${name}' exceeded it.`,
      );
    waiting.set(request, name);
    onFetching(firstOf(waiting));
    request.once("close", () => {
      waiting.delete(request);
      if (waiting.size > 0) onFetching(firstOf(waiting));
    });
    const elsewhere = request.host !== home;
    const checkAddress = (address: string | undefined) => {
      if (elsewhere && address !== undefined && isPrivateAddress(address))
        stop(request, privateRedirect(name, address));
    };
    checkAddress(request.host);
    if (!order.proxied) request.once("socket", (socket) => checkAddress(socket.remoteAddress));
    request.once("response", (response: IncomingMessage) => {
      let bytes = 0;
      response.on("data", (chunk: Uint8Array) => {
        bytes += chunk.length;
        all += chunk.length;
        if (bytes > most)
          refuse(
            request,
            `${isDescription ? "The registry's description of" : "The package"} '${name}' is larger than ${inMegabytes(most)}.`,
          );
        else if (all > limits.downloadBytes)
          refuse(
            request,
            `The app's dependencies are larger than ${inMegabytes(limits.downloadBytes)} to download; '${name}' exceeded the limit.`,
          );
      });
    });
  });
}

function privateRedirect(name: string, address: string): GantryError {
  const sentence = `The registry redirects '${name}' to ${address}, which is not a public address.`;
  return new GantryError("EnvironmentFailure", sentence);
}

/** The packages that have been pending longest; there can be hundreds. */
const firstOf = (waiting: ReadonlyMap<unknown, string>) => [...waiting.values()].slice(0, MOST_NAMED + 1);

/** The package of a request, from a header of npm's client: `registry:a`, `a@https://…/a.tgz`. */
function packageOf(request: ClientRequest): string {
  const id = String(request.getHeader("pacote-pkg-id") ?? decodeURIComponent(request.path.slice(1)));
  return printableLine(id.replace(/^(registry|remote):|@https?:.*$/g, "")).slice(0, 120);
}
