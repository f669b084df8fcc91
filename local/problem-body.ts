import type { Problem } from "#core/kernel/errors.ts";
import { errorPage } from "#core/web/error-page.ts";
import { type CloudRequest, header } from "#local-cloud/http.ts";

/** A problem (RFC 9457) as the request takes it: as a page, or as JSON. Its texts are ours. */
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
