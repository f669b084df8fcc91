import type { Problem } from "#core/kernel/errors.ts";
import { errorPage } from "#core/web/error-page.ts";
import { type CloudRequest, header } from "#local-cloud/http.ts";

/**
 * Returns a problem (RFC 9457) in a form that the request accepts: a page or JSON. Its texts are constants
 * and need no escaping.
 */
export function problemBody(
  req: CloudRequest,
  problem: Pick<Problem, "type" | "title" | "status" | "detail">,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const html = header(req, "accept")?.includes("text/html") === true;
  return {
    body: html ? errorPage(problem) : JSON.stringify(problem),
    headers: {
      "content-type": html ? "text/html; charset=utf-8" : "application/problem+json",
      vary: "Accept",
    },
  };
}
