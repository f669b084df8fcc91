import { keepPageToken, pageToken } from "./session.js";

const isOwn = (url) => new URL(url, location.href).origin === location.origin;

/** Requests of "Try it out" carry the session that this browser has, as the client's own do. */
function requestInterceptor(request) {
  if (isOwn(request.url) && pageToken()) request.headers["X-Gantry-Token"] ??= pageToken();
  return request;
}

/** Logging in here is logging in: the cookie is set already, and the page's half is kept. */
function responseInterceptor(response) {
  const { url, ok, obj } = response;
  if (!isOwn(url) || !new URL(url, location.href).pathname.startsWith("/gantry/auth")) return response;
  if (ok && obj?.page_token) keepPageToken(obj.page_token);
  void showSession();
  return response;
}

SwaggerUIBundle({
  url: "/openapi.json",
  domNode: document.getElementById("api"),
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelExpandDepth: 2,
  // Nothing is asked of another host.
  validatorUrl: null,
  requestInterceptor,
  responseInterceptor,
});
void showSession();
void showErrors();
addEventListener("hashchange", openTarget);

async function showSession() {
  const response = await fetch("/gantry/auth/status", { headers: { "X-Gantry-Token": pageToken() } });
  const { authenticated, principal, membership } = await response.json();
  document.getElementById("session").textContent = authenticated
    ? `Logged in as ${principal} (${membership}): what you try is really done.`
    : "Not logged in. To try operations, log in there, or with POST /gantry/auth below.";
}

/** Every code has a place that problems point to. */
async function showErrors() {
  const description = await (await fetch("/openapi.json")).json();
  const rows = description.components.schemas.ErrorCode["x-gantry-errors"].map(({ code, status, title }) => {
    const row = document.createElement("tr");
    row.id = `error-${code}`;
    for (const text of [code, status, title])
      row.append(Object.assign(document.createElement("td"), { textContent: text }));
    return row;
  });
  document.querySelector("#errors tbody").replaceChildren(...rows);
  openTarget();
}

/** Shows the error that the address names. Swagger UI puts a slash before what it does not know. */
function openTarget() {
  const id = location.hash.replace(/^#\/?/, "");
  const row = id.startsWith("error-") && document.getElementById(id);
  if (!row) return;
  document.getElementById("errors").open = true;
  document.querySelector("tr.wanted")?.classList.remove("wanted");
  row.classList.add("wanted");
  row.scrollIntoView({ block: "center" });
}
