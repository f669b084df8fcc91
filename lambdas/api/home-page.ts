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
<section id="plan" class="card" hidden><h2></h2><p></p><ul></ul><button>Build it</button></section>
<section id="history" hidden><h2>Missions</h2><ul id="missions"></ul></section>
</main>
</body>
</html>
`;

export const HOME_STYLE = `:root { color-scheme: light dark; --accent: light-dark(#1d4ed8, #93b4ff); --on-accent: light-dark(#fff, #0b1220); --line: light-dark(#d5d9e0, #3a4150); --soft: light-dark(#f5f7fa, #1a1f2a); font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#fff, #10141c); color: light-dark(#171b24, #e6e9f0); }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.2rem; margin: 0 0 .4rem; }
a { color: var(--accent); }
form, section { margin: 1.5rem 0; }
label { display: block; font-weight: 600; }
input, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem .7rem; margin: .25rem 0 .5rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--soft); color: inherit; }
button { font: inherit; font-weight: 600; padding: .5rem 1.1rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); cursor: pointer; }
button:disabled { opacity: .5; cursor: progress; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.card, #missions li { border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.2rem; background: var(--soft); }
.card ul { list-style: none; padding: 0; }
.left-out { opacity: .65; }
#missions { list-style: none; padding: 0; }
#missions li { margin: .6rem 0; overflow-wrap: anywhere; }
#missions p { margin: .2rem 0; }
#missions a { margin-right: .9rem; }
.status { float: right; margin-left: 1rem; font-size: .8rem; font-weight: 700; letter-spacing: .04em; }
code, small { opacity: .8; }
table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem .8rem .15rem 0; }
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

async function heard({ conversation_id, speech, question, plan, status, mission_id }) {
  conversation = status === "confirmed" ? null : conversation_id;
  hash = plan?.hash ?? null;
  if (mission_id) $("ask").reset();
  say(mission_id ? "Confirmed. Follow it below." : question && !speech.includes(question) ? speech + " " + question : speech);
  $("plan").hidden = !plan || status === "confirmed";
  $("plan").querySelector("h2").textContent = plan?.title ?? "";
  $("plan").querySelector("p").textContent = plan?.summary ?? "";
  $("plan").querySelector("ul").replaceChildren(...(plan?.features ?? []).map(({ title, included }) => make("li", (included ? "✓ " : "– ") + title, included ? "" : "left-out")));
  await list();
}

function make(name, text, className = "") {
  const element = document.createElement(name);
  return Object.assign(element, { textContent: text, className });
}

function link(label, href) { return Object.assign(make("a", label), { href }); }

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
  const links = [["app", url], ["pull request", pr_url], ["evidence", evidence && "/gantry/missions/" + mission_id + "/evidence"]];
  li.append(make("span", status, "status"), make("strong", title), make("p", speech), ...links.filter(([, href]) => href).map(([label, href]) => link(label, href)));
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
`;
