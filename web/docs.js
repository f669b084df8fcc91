import { keepSession, pageToken } from "./service/session.ts";

const isOwn = (url) => new URL(url, location.href).origin === location.origin;

/** Adds the browser's session to requests of "Try it out", as the client does. */
function requestInterceptor(request) {
  if (isOwn(request.url) && pageToken()) request.headers["X-Gantry-Token"] ??= pageToken();
  return request;
}

/** After a log-in on this page the cookie is already set; keeps the page's half of the session. */
function responseInterceptor(response) {
  const { url, ok, obj } = response;
  if (!isOwn(url) || !new URL(url, location.href).pathname.startsWith("/gantry/auth")) return response;
  if (ok && obj?.page_token) keepSession(obj);
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
  // No requests to other hosts.
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
    ? `Logged in as ${principal} (${membership}): operations that you try are performed.`
    : "Not logged in. To try operations, log in there, or with POST /gantry/auth below.";
}

/** Each code has an anchor to which problems link. */
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

/** Shows the error in the address's fragment. Swagger UI adds a slash to fragments that it does not know. */
function openTarget() {
  const id = location.hash.replace(/^#\/?/, "");
  const row = id.startsWith("error-") && document.getElementById(id);
  if (!row) return;
  document.getElementById("errors").open = true;
  document.querySelector("tr.wanted")?.classList.remove("wanted");
  row.classList.add("wanted");
  row.scrollIntoView({ block: "center" });
}
