import type { BrowserContext, Page } from "playwright-core";

const KEPT = 20;
const LENGTH = 300;

/** Collects errors in the pages of a context: exceptions, console errors, failed requests to the origin. */
export function collectErrors(context: BrowserContext, origin: string, into: Set<string>): void {
  const note = (text: string) => {
    if (into.size < KEPT) into.add(text.replaceAll(/\s+/g, " ").slice(0, LENGTH));
  };
  const watch = (page: Page) => {
    page.on("pageerror", (error) => note(String(error)));
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      const { url } = message.location();
      note(
        url
          ? `${message.text()} (${url.startsWith(origin) ? url.slice(origin.length) : url})`
          : message.text(),
      );
    });
    page.on("requestfailed", (request) => {
      const url = request.url();
      const reason = request.failure()?.errorText ?? "failed";
      // Navigation aborts pending requests of the previous page.
      if (url.startsWith(`${origin}/`) && reason !== "net::ERR_ABORTED")
        note(`${request.method()} ${url.slice(origin.length)}: ${reason}`);
    });
    // Dialogs are accepted, because an open dialog blocks the page.
    page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  };
  context.on("page", watch);
}
