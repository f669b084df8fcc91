/**
 * CloudFront Function (cloudfront-js-2.0) on every request, before any cache or origin. That runtime supports
 * neither imports nor destructuring. The local cloud runs the same file.
 */

const API = /^\/(?:gantry\/.*|openapi\.json|health|healthcheck|ready)$/;
// `[^/.]` keeps the match linear: with `[^/]`, a path of dots would take a second.
const FILE = /\.[^/.]*$/;
const UPLOAD = /^\/t\//;
const SOCKET = /^\/gantry\/ws\/([^/]+)$/;
const ZIP = /^\/gantry\/(?:missions\/[^/]+\/(?:evidence|source\.zip)|shared\/[^/]+\/evidence)$/;
const TAKES_ZIP = /(?:\*|application)\/(?:\*|zip)/;
const PNG = /^\/gantry\/(?:missions|shared)\/[^/]+\/screenshots\/[^/]+$/;
const TAKES_PNG = /(?:\*|image)\/(?:\*|png)/;
// Pages, and pages of records by their ids.
const PAGE =
  /^\/(?:|approvals|operations|evidence|settings|design|chat|(?:conversations|missions|projects)(?:\/[\w-]+)?)$/;
const REQUEST_ID = /^[\w.=-]{8,128}$/;
const READS = "GET, HEAD, OPTIONS";

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function of this name.
function handler(event) {
  const request = event.request;
  nameViewer(request.headers, event.viewer);
  nameRequest(request.headers, event.context);
  const socket = SOCKET.exec(request.uri);
  if (socket) return watch(request, socket[1]);
  if (API.test(request.uri)) {
    nameBinary(request, ZIP, TAKES_ZIP, "application/zip");
    nameBinary(request, PNG, TAKES_PNG, "image/png");
    return request;
  }
  if (UPLOAD.test(request.uri) && request.method === "PUT" && request.querystring["X-Amz-Signature"])
    return request;
  const page = pageAt(request.uri);
  if (!page && !FILE.test(request.uri))
    return refuse(request, 404, "NotFound", "Not found", "There is nothing at this address.");
  if (request.method === "OPTIONS") return answer(request, 204, { allow: { value: READS } });
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(request, 405, "MethodNotAllowed", "Method not allowed", "This address is read-only.");
  if (page) request.uri = page;
  return request;
}

/** Names the type of binary data, because API Gateway sends it only if the first accepted type is binary. */
function nameBinary(request, path, accepted, type) {
  const accept = request.headers.accept;
  if (path.test(request.uri) && (!accept || accepted.test(accept.value)))
    request.headers.accept = { value: type };
}

/** The file of a page. */
function pageAt(path) {
  if (PAGE.test(path)) return "/index.html";
  if (path === "/docs") return "/docs.html";
  if (path === "/shared") return "/shared.html";
  return undefined;
}

/**
 * Passes the viewer's address and host to the origins, which otherwise see CloudFront's address and their own
 * host. Values that a client sent are replaced.
 */
function nameViewer(headers, viewer) {
  headers["x-forwarded-host"] = { value: headers.host.value };
  headers["x-gantry-viewer"] = { value: viewer.ip };
}

/** Ensures that the request has an id: the caller's, if it is valid, otherwise CloudFront's. */
function nameRequest(headers, context) {
  const given = headers["x-request-id"];
  if (!given || given.multiValue || !REQUEST_ID.test(given.value))
    headers["x-request-id"] = { value: context.requestId };
}

/** A WebSocket API has no paths but its stage, so the mission is moved into the query. */
function watch(request, mission) {
  // CloudFront Functions can neither read nor send `Upgrade`, so the 426 lacks it.
  if (!request.headers["sec-websocket-key"])
    return refuse(
      request,
      426,
      "UpgradeRequired",
      "WebSocket upgrade required",
      "Open a WebSocket at this address.",
    );
  request.uri = "/live";
  request.querystring = { mission: { value: mission } };
  return request;
}

/** Returns an HTML page if the client accepts it, otherwise a problem (RFC 9457). */
function refuse(request, status, code, title, detail) {
  const accept = request.headers.accept ? request.headers.accept.value : "";
  const html = accept.indexOf("text/html") !== -1;
  const problem = {
    type: `/docs#error-${code}`,
    title: title,
    status: status,
    detail: detail,
    code: code,
    request_id: request.headers["x-request-id"].value,
  };
  const headers = {
    "content-type": { value: html ? "text/html; charset=utf-8" : "application/problem+json" },
    vary: { value: "Accept" },
  };
  if (status === 405) headers.allow = { value: READS };
  const response = answer(request, status, headers);
  if (request.method !== "HEAD")
    response.body = { encoding: "text", data: html ? errorPage(problem) : JSON.stringify(problem) };
  return response;
}

function answer(request, status, headers) {
  headers["cache-control"] = { value: "no-store" };
  headers["x-request-id"] = { value: request.headers["x-request-id"].value };
  headers["x-duration"] = { value: "0.000" };
  return { statusCode: status, headers: headers };
}

function errorPage(problem) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${problem.title}</title><link rel="stylesheet" href="/error.css"><main><h1>${problem.title}</h1><p>${problem.detail} (${problem.status})</p><p><a href="/">Gantry</a></p></main></html>`;
}
