import type { CloudRequest } from "#local-cloud/http.ts";
import type { Reply } from "#local-cloud/vercel/reply.ts";
import type { NoSandbox } from "./prove.ts";

const CODE = "NO_SANDBOX";

/** Returns the reason why a function cannot run, and the remedy: a page for people, JSON for programs. */
export function refusalOf({ headers }: CloudRequest, { message, fix }: NoSandbox): Reply {
  const page = headers.accept?.includes("text/html") ?? false;
  return {
    status: 503,
    body: page ? pageOf(message, fix) : JSON.stringify({ error: { code: CODE, message, fix } }),
    headers: {
      "content-type": page ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-vercel-error": CODE,
    },
  };
}

const pageOf = (message: string, fix: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>No sandbox</title>
<h1>This app's functions cannot run here</h1>
<p>${escapeHtml(message)}</p>
<p>Run this, then load the page again:</p>
<pre>${escapeHtml(fix)}</pre>
</html>
`;

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
