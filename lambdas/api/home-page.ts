/** A plain page for a quick look: say what you want, see the plan, confirm, watch. The full web client is web/. */
export const HOME_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gantry</title>
<link rel="stylesheet" href="/home.css">
<script type="module" src="/home.js"></script>
</head>
<body>
<main>
<h1>Gantry</h1>
<p>Say what you want, confirm the plan, get a live app, a pull request and evidence. <a href="/docs">API</a></p>
<form id="login" hidden>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Log in</button>
</form>
<form id="ask" hidden>
<label for="message">What shall be built?</label>
<textarea id="message" name="message" rows="3" maxlength="8000" required placeholder="Build me a task manager with due dates and dark mode"></textarea>
<button>Ask</button>
</form>
<p id="speech" role="status" aria-live="polite"></p>
<section id="plan" hidden><h2></h2><ul></ul><button>Build it</button></section>
<section><h2>Missions</h2><ol id="missions" reversed></ol></section>
</main>
</body>
</html>
`;

export const HOME_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
form, section { margin: 1.5rem 0; }
label { display: block; font-weight: 600; }
input, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; margin: .25rem 0; }
button { font: inherit; padding: .4rem 1rem; }
li { margin: .4rem 0; }
code, small { opacity: .8; }
table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem .8rem .15rem 0; }
.final { font-weight: 600; }
`;

export const HOME_SCRIPT = `const $ = (id) => document.getElementById(id);
let conversation = null, hash = null;

async function call(method, path, body) {
  const response = await fetch(path, { method, headers: body ? { "content-type": "application/json" } : {}, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title);
  return answer;
}

function say(text) { $("speech").textContent = text; }

function onSubmit(id, run) {
  $(id).addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.target.querySelector("button");
    button.disabled = true;
    try { await run(new FormData(event.target)); } catch (error) { say(error.message); } finally { button.disabled = false; }
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

$("plan").querySelector("button").addEventListener("click", async () => {
  try { await heard(await call("POST", "/gantry/consult", { conversation_id: conversation, confirm: hash })); } catch (error) { say(error.message); }
});

async function heard({ conversation_id, speech, plan, status, mission_id }) {
  conversation = status === "confirmed" ? null : conversation_id;
  hash = plan?.hash ?? null;
  say(mission_id ? "Building. Follow it below." : speech);
  $("plan").hidden = !plan || status === "confirmed";
  $("plan").querySelector("h2").textContent = plan?.title ?? "";
  $("plan").querySelector("ul").replaceChildren(...(plan?.features ?? []).map(({ title, included }) => item((included ? "✓ " : "– ") + title)));
  await list();
}

function item(text) { const li = document.createElement("li"); li.textContent = text; return li; }

function link(label, href) { const a = document.createElement("a"); a.textContent = label; a.href = href; return a; }

async function list() {
  const { missions } = await call("GET", "/gantry/missions?limit=20");
  $("missions").replaceChildren(...missions.map((mission) => {
    const li = item("");
    const status = document.createElement("span");
    status.textContent = mission.title + ": " + mission.status + " ";
    status.className = mission.ended_at ? "final" : "";
    li.append(status, ...[["app", mission.url], ["pull request", mission.pr_url], ["evidence", mission.evidence && "/gantry/missions/" + mission.mission_id + "/evidence"]].filter(([, href]) => href).flatMap(([label, href]) => [link(label, href), " "]), item(mission.speech).textContent);
    return li;
  }));
  return missions.some(({ ended_at }) => !ended_at);
}

async function show() {
  const { authenticated } = await call("GET", "/gantry/auth/status");
  $("login").hidden = authenticated;
  $("ask").hidden = !authenticated;
  if (authenticated) for (;;) { const busy = await list(); await new Promise((r) => setTimeout(r, busy ? 1000 : 4000)); }
}

show().catch((error) => say(error.message));
`;
