const $ = (id) => document.getElementById(id);
let conversation = null,
  hash = null;

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title);
  return answer;
}

function say(text) {
  $("speech").textContent = text;
}

function onSubmit(id, run) {
  $(id).addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.target.querySelector("button");
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
  await call("POST", "/gantry/auth", { password: form.get("password") });
  await show();
});

onSubmit("ask", async (form) => {
  const body = { message: form.get("message"), ...(conversation ? { conversation_id: conversation } : {}) };
  await heard(await call("POST", "/gantry/consult", body));
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

async function heard({ conversation_id, speech, question, plan, status, mission_id }) {
  conversation = status === "confirmed" ? null : conversation_id;
  hash = plan?.hash ?? null;
  if (mission_id) $("ask").reset();
  say(
    mission_id
      ? "Confirmed. Follow it below."
      : question && !speech.includes(question)
        ? `${speech} ${question}`
        : speech,
  );
  $("plan").hidden = !plan || status === "confirmed";
  $("plan").querySelector("h2").textContent = plan?.title ?? "";
  $("plan").querySelector("p").textContent = plan?.summary ?? "";
  $("plan")
    .querySelector("ul")
    .replaceChildren(
      ...(plan?.features ?? []).map(({ title, included }) =>
        make("li", (included ? "✓ " : "– ") + title, included ? "" : "left-out"),
      ),
    );
  await list();
}

function make(name, text, className = "") {
  const element = document.createElement(name);
  return Object.assign(element, { textContent: text, className });
}

function link(label, href) {
  return Object.assign(make("a", label), { href });
}

let shown = "";

async function list() {
  const { missions } = await call("GET", "/gantry/missions?limit=20");
  const found = JSON.stringify(missions);
  // Nothing is drawn again without need: a link that has the focus keeps it.
  if (found !== shown) $("missions").replaceChildren(...missions.map(entry));
  shown = found;
  $("history").hidden = missions.length === 0;
  return missions.some(({ ended_at }) => !ended_at);
}

function entry({ title, status, speech, url, pr_url, evidence, mission_id }) {
  const li = make("li", "");
  const links = [
    ["app", url],
    ["pull request", pr_url],
    ["evidence", evidence && `/gantry/missions/${mission_id}/evidence`],
  ];
  li.append(
    make("span", status, "status"),
    make("strong", title),
    make("p", speech),
    ...links.filter(([, href]) => href).map(([label, href]) => link(label, href)),
  );
  return li;
}

async function show() {
  const { authenticated } = await call("GET", "/gantry/auth/status");
  $("login").hidden = authenticated;
  $("ask").hidden = !authenticated;
  if (authenticated) void follow();
}

/** A service that is being restarted is asked again. */
async function follow() {
  for (;;) {
    const busy = await list().catch((error) => say(error.message));
    await new Promise((r) => setTimeout(r, busy ? 1000 : 4000));
  }
}

show().catch((error) => say(error.message));
