import { ownValue } from "#core/kernel/own-value.ts";
import { API_VERSIONS } from "#core/web/version.ts";

/** How the static client and the API share one host; used for CloudFront and for the local cloud. */

/** The static client as it is built, in the repository. */
export const CLIENT_SOURCE = "web/dist";
/** The folder of its files beside the function that uploads them. */
export const CLIENT_FOLDER = "dist";

/** Path patterns of the REST API, in CloudFront's syntax. All other paths are pages or files. */
export const API_PATHS = ["/gantry/*", "/openapi.json", "/health", "/healthcheck", "/ready"] as const;

/** Pages of the client by path, with the HTML file of each. */
export const PAGES = {
  "/": "/index.html",
  "/conversations": "/index.html",
  "/missions": "/index.html",
  "/projects": "/index.html",
  "/approvals": "/index.html",
  "/chat": "/index.html",
  "/operations": "/index.html",
  "/evidence": "/index.html",
  "/settings": "/index.html",
  "/design": "/index.html",
  "/docs": "/docs.html",
  "/shared": "/shared.html",
} as const;

/** Files of the client that come from npm packages, by path: page assets and their licences. */
export const PACKAGE_FILES: ReadonlyMap<string, string> = new Map([
  ["/vendor/swagger-ui/swagger-ui-bundle.js", "swagger-ui-dist/swagger-ui-bundle.js"],
  ["/vendor/swagger-ui/swagger-ui-bundle.js.LICENSE.txt", "swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt"],
  ["/vendor/swagger-ui/swagger-ui.css", "swagger-ui-dist/swagger-ui.css"],
  ["/vendor/swagger-ui/LICENSE.txt", "swagger-ui-dist/LICENSE"],
  ["/vendor/swagger-ui/NOTICE.txt", "swagger-ui-dist/NOTICE"],
]);

/** Path pattern of the WebSocket API, with one path per mission. */
export const SOCKET_PATHS = "/gantry/ws/*";

/**
 * Path pattern of uploads to the artifact bucket by presigned URLs, so that a page uploads to its own host. In the local
 * cloud the object store itself is on this host.
 */
export const UPLOAD_PATHS = "/t/*";

/**
 * Response headers of all files and API replies. Only apps may be framed: on AWS they are at Vercel, on one machine below
 * `localhost`. Pages may have a different content security policy.
 */
export const SITE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src https://*.vercel.app http://*.localhost:*; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "gantry-version": API_VERSIONS[0],
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** Content security policies of pages that differ from {@link SITE_HEADERS}. */
export const PAGE_POLICIES = {
  // Everybody who has a link opens it: it may send no forms, frame nothing and create no pictures of its own.
  "/shared":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  // Swagger UI sets style attributes and uses images in data: URLs.
  "/docs":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
} as const satisfies { readonly [path in keyof typeof PAGES]?: string };

/** The response headers for a path. */
export function siteHeaders(path: string): Readonly<Record<string, string>> {
  const policy = ownValue(PAGE_POLICIES, path);
  return policy === undefined ? SITE_HEADERS : { ...SITE_HEADERS, "content-security-policy": policy };
}

/** How long a file may be kept: for good if its name contains its hash, otherwise browsers must revalidate. */
export function siteCacheControl(path: string): string {
  return /^\/?assets\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

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

/** The media type of a client's file by its extension; `application/octet-stream` for an unknown one. */
export function siteType(path: string): string {
  return (
    ownValue(TYPES, /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "") ?? "application/octet-stream"
  );
}
