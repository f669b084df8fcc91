/**
 * CloudFront Function (cloudfront-js-2.0) on every request, before any cache or origin. It can import nothing, and
 * knows no destructuring, so it is written plainly. The small cloud runs this same file.
 */

const API = /^\/(?:gantry\/.*|docs|openapi\.json|health|healthcheck|ready)$/;
const SOCKET = /^\/gantry\/ws\/([^/]+)$/;
const EVIDENCE = /^\/gantry\/missions\/[^/]+\/evidence$/;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function of this name.
function handler(event) {
  const request = event.request;
  nameViewer(request.headers, event.viewer);
  const socket = SOCKET.exec(request.uri);
  if (socket) watch(request, socket[1]);
  else if (EVIDENCE.test(request.uri)) request.headers.accept = { value: "application/zip" };
  else if (!API.test(request.uri) && request.uri.indexOf(".") === -1) request.uri = "/index.html";
  return request;
}

/** Origins see CloudFront's address and their own host; whatever a client says of the viewer is replaced. */
function nameViewer(headers, viewer) {
  headers["x-forwarded-host"] = { value: headers.host.value };
  headers["x-gantry-viewer"] = { value: viewer.ip };
}

/** A WebSocket API has no paths but its stage's, so the mission becomes the query. */
function watch(request, mission) {
  request.uri = "/live";
  request.querystring = { mission: { value: mission } };
}
