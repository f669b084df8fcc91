import { ownValue } from "#core/kernel/own-value.ts";
import { API_VERSIONS } from "#core/web/version.ts";

/** How the static client and the API share one host: what CloudFront is told, and what the local cloud does alike. */

/** Paths that go to the REST API, as CloudFront writes them. All others are pages or files. */
export const API_PATHS = ["/gantry/*", "/openapi.json", "/health", "/healthcheck", "/ready"] as const;

/** Paths that are views of the client, and the HTML file of each. */
export const PAGES = { "/": "/index.html", "/docs": "/docs.html" } as const;

/** Files of the client that come from a package, by path: what a page loads, and the licences that go with it. */
export const PACKAGE_FILES: ReadonlyMap<string, string> = new Map([
  ["/vendor/swagger-ui/swagger-ui-bundle.js", "swagger-ui-dist/swagger-ui-bundle.js"],
  ["/vendor/swagger-ui/swagger-ui-bundle.js.LICENSE.txt", "swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt"],
  ["/vendor/swagger-ui/swagger-ui.css", "swagger-ui-dist/swagger-ui.css"],
  ["/vendor/swagger-ui/LICENSE.txt", "swagger-ui-dist/LICENSE"],
  ["/vendor/swagger-ui/NOTICE.txt", "swagger-ui-dist/NOTICE"],
]);

/** Paths of the WebSocket API: one for each mission. */
export const SOCKET_PATHS = "/gantry/ws/*";

/** What browsers are told of every file, and of the API's answers. Pages may have a policy of their own. */
export const SITE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "gantry-version": API_VERSIONS[0],
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** Pages with a content security policy of their own. */
export const PAGE_POLICIES = {
  // Swagger UI writes style attributes and has its pictures in data: addresses.
  "/docs":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
} as const satisfies { readonly [path in keyof typeof PAGES]?: string };

/** What browsers are told of what is at a path. */
export function siteHeaders(path: string): Readonly<Record<string, string>> {
  const policy = ownValue(PAGE_POLICIES, path);
  return policy === undefined ? SITE_HEADERS : { ...SITE_HEADERS, "content-security-policy": policy };
}

/** Names of files stay the same from version to version, so each use asks whether there is a newer one. */
export const SITE_CACHE_CONTROL = "no-cache";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  webmanifest: "application/manifest+json",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  webp: "image/webp",
  ico: "image/vnd.microsoft.icon",
  woff2: "font/woff2",
};

/** The type of a client's file by its extension; an unknown one is bytes. */
export function siteType(path: string): string {
  return (
    ownValue(TYPES, /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "") ?? "application/octet-stream"
  );
}
