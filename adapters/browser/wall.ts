import type { BrowserContext } from "playwright-core";

/**
 * Restricts a context to one origin: pages, workers, frames and WebSockets. `headers` are sent with every request to
 * that origin, for example a protection bypass.
 */
export async function wallIn(
  context: BrowserContext,
  origin: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  await context.route("**/*", (route) => {
    const request = route.request();
    if (!isInside(request.url(), origin)) return route.abort("blockedbyclient");
    return route.continue({ headers: { ...request.headers(), ...headers } });
  });
  await context.routeWebSocket(/.*/, async (socket) => {
    if (isInside(socket.url().replace(/^ws/, "http"), origin)) socket.connectToServer();
    else await socket.close({ code: 1008, reason: "only the origin under test can be reached" });
  });
}

const isInside = (url: string, origin: string): boolean => URL.parse(url)?.origin === origin;
