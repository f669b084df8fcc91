import { designImage } from "./design-image.js";
import { make } from "./make.js";
import { showPlan } from "./plan.js";
import { projectEntry } from "./projects.js";
import { keepPageToken, pageToken } from "./session.js";

const $ = (id) => document.getElementById(id);
let conversation = null,
  hash = null;
/** The project that the next message is to change; null for a new app, and within a consultation. */
let target = null;

async function request(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: {
      "x-gantry-token": pageToken(),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    body: body && JSON.stringify(body),
  });
  if (response.ok) return response;
  const { detail, title } = await response.json();
  throw new Error(detail ?? title);
}

async function call(method, path, body) {
  return (await request(method, path, body)).json();
}

function say(text) {
  $("speech").textContent = text;
}

function onSubmit(id, run) {
  $(id).addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.target.querySelector("button[type=submit]");
    button.disabled = true;
    try {
      await run(new FormData(event.target));
    } catch (error) {
      say(error.message);
    } finally {
      button.disabled = false;
    }
  });
}

onSubmit("login", async (form) => {
  const { page_token } = await call("POST", "/gantry/auth", { password: form.get("password") });
  keepPageToken(page_token);
  await show();
});

const image = designImage($("ask"), say, call);

onSubmit("ask", async (form) => {
  const message = form.get("message");
  const body = {
    message,
    ...(await image.fields()),
    ...(conversation ? { conversation_id: conversation } : {}),
  };
  const reply = target
    ? await call("POST", `/gantry/projects/${target}/change`, { message })
    : await call("POST", "/gantry/consult", body);
  image.clear();
  await heard(reply);
});

$("plan")
  .querySelector("button")
  .addEventListener("click", async () => {
    try {
      await heard(await call("POST", "/gantry/consult", { conversation_id: conversation, confirm: hash }));
    } catch (error) {
      say(error.message);
    }
  });

const PLANNING_PAUSE_MS = 1000;

/** Waits while the consultant is still answering after the request, and returns the reply with its answer. */
async function answered(reply) {
  let current = reply;
  while (current.state === "planning") {
    say("Planning …");
    await new Promise((resolve) => setTimeout(resolve, PLANNING_PAUSE_MS));
    current = await call("GET", `/gantry/consultation/${reply.conversation_id}`);
  }
  return current;
}

async function heard(reply) {
  const { conversation_id, speech, question, plan, state, mission_id, notices } = await answered(reply);
  conversation = state === "confirmed" ? null : conversation_id;
  hash = plan?.hash ?? null;
  target = null;
  if (state === "confirmed") $("wish").textContent = "What shall be built?";
  if (mission_id) $("ask").reset();
  say(
    mission_id
      ? "Confirmed. Follow it below."
      : question && !speech.includes(question)
        ? `${speech} ${question}`
        : speech,
  );
  $("plan").hidden = !plan || state === "confirmed";
  showPlan($("plan"), plan, notices);
  await list();
}

function link(label, href) {
  return Object.assign(make("a", label), { href });
}

const PAGE = 20;
let pages = 1;

/** A button, because a link cannot send the page's half of the session. */
function evidenceButton(mission) {
  const button = Object.assign(make("button", "evidence", "as-link"), { type: "button" });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const pack = await (await request("GET", `/gantry/missions/${mission}/evidence`)).blob();
      const href = URL.createObjectURL(pack);
      Object.assign(make("a", ""), { href, download: `${mission}.zip` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch (error) {
      say(error instanceof TypeError ? `Get this pack with: gantry evidence ${mission}` : error.message);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

let shown = "";

async function list() {
  const { missions, more } = await newest();
  const found = JSON.stringify(missions);
  $("older").hidden = !more;
  // Renders only changes, so that a focused link keeps the focus.
  if (found !== shown) $("missions").replaceChildren(...missions.map(entry));
  if (found !== shown || working) await listProjects();
  shown = found;
  $("history").hidden = missions.length === 0;
  return working || missions.some(({ ended_at, status }) => !ended_at || status === "SEALING");
}

/** Whether an execution changes one of the projects that are shown. */
let working = false;

async function listProjects() {
  const { projects } = await call("GET", `/gantry/projects?limit=${PAGE}`);
  working = projects.some(({ work }) => work);
  $("projects").replaceChildren(...projects.map((project) => projectEntry(project, change, rollBack)));
  $("apps").hidden = projects.length === 0;
}

/** Makes the next message a request to change a project's app. */
function change({ project_id, title }) {
  [target, conversation] = [project_id, null];
  $("wish").textContent = `What is to be different in ${title}?`;
  $("ask").elements.message.focus();
}

async function rollBack(project) {
  try {
    await call("POST", `/gantry/projects/${project}/rollback`, {});
    say("The earlier release is being made live.");
  } catch (error) {
    say(error.message);
  }
  await listProjects().catch((error) => say(error.message));
}

/** Fetches the newest missions, as many pages as are shown. */
async function newest() {
  const missions = [];
  let cursor = "";
  for (let page = 0; page < pages && cursor !== null; page++) {
    const found = await call("GET", `/gantry/missions?limit=${PAGE}${cursor && `&cursor=${cursor}`}`);
    missions.push(...found.missions);
    cursor = found.next_cursor;
  }
  return { missions, more: cursor !== null };
}

$("older").addEventListener("click", async () => {
  pages++;
  await list().catch((error) => say(error.message));
});

function entry({ title, status, speech, left_out, error, url, pr_url, evidence, mission_id }) {
  const li = make("li", "");
  const links = [
    ["app", url],
    ["pull request", pr_url],
  ];
  li.append(
    make("span", status, "status"),
    make("strong", title),
    make("p", speech),
    ...(left_out ? [make("p", `Left out: ${left_out}`)] : []),
    ...(error ? [make("p", error.message)] : []),
    ...links.filter(([, href]) => href).map(([label, href]) => link(label, href)),
    ...(evidence ? [evidenceButton(mission_id)] : []),
  );
  return li;
}

async function show() {
  const { authenticated } = await call("GET", "/gantry/auth/status");
  $("login").hidden = authenticated;
  $("ask").hidden = !authenticated;
  if (authenticated) void follow();
}

/** Retries while the service restarts. */
async function follow() {
  for (;;) {
    const busy = await list().catch((error) => say(error.message));
    await new Promise((r) => setTimeout(r, busy ? 1000 : 4000));
  }
}

show().catch((error) => say(error.message));
