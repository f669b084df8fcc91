import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { homeKeys } from "../../../local/home-keys.ts";
import { passwordHash } from "../../../local/password-hash.ts";
import { ROOT } from "../tools/run.mjs";

/** Several users, because rate limits apply to each user and a judge sends more requests than a person. */
const USERS = ["owner", "second", "third", "fourth"];
const MOST_MS = 120_000;
const WISH = "Build me a quiz";

/** Starts an installation with its own data folder and port, and creates the data that a judge needs. */
export async function startInstallation() {
  const home = mkdtempSync(join(tmpdir(), "gantry-judged-"));
  const password = randomBytes(12).toString("hex");
  const origin = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(join(ROOT, "node_modules/.bin/node"), ["local/main.ts", "--json"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: new URL(origin).port,
      GANTRY_HOME: home,
      GANTRY_PASSWORD: password,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = [];
  child.stdout.setEncoding("utf8").on("data", (text) => lines.push(text));
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill()) await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await until(
      () =>
        fetch(`${origin}/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      "the installation is not ready",
    );
    return { origin, stop, known: await prepare(origin, home, password), log: () => lines.join("") };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Creates sessions of several users, a mission that has ended and a consultation that waits. */
async function prepare(origin, home, password) {
  const call = async (path, token, body) => {
    const response = await fetch(origin + path, {
      method: body ? "POST" : "GET",
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const reply = await response.json();
    if (!response.ok) throw new Error(`${path}: ${reply.detail}`);
    return reply;
  };
  const { token: owner, tenant } = await call("/gantry/auth", undefined, { password });
  await addUsers(origin, home, tenant, password);
  const sessions = USERS.map((user) => call("/gantry/auth", undefined, { user, password }));
  const tokens = (await Promise.all(sessions)).map(({ token }) => token);
  const wish = { voice_memo: WISH, deploy: false, publish: false };
  const { mission_id } = await call("/gantry/architect", owner, wish);
  const { conversation_id } = await call("/gantry/consult", owner, { message: WISH });
  await until(
    async () => (await call(`/gantry/status/${mission_id}`, owner)).evidence,
    "the mission has not ended",
  );
  return { tokens, mission_id, conversation_id, password };
}

async function addUsers(origin, home, tenant, password) {
  const { aws } = homeKeys(home);
  const ssm = new SSMClient({ endpoint: origin, region: "us-east-1", credentials: aws });
  const phc = await passwordHash(password);
  for (const user of USERS.slice(1)) {
    const Value = JSON.stringify({ tenant, role: "owner", phc });
    await ssm.send(new PutParameterCommand({ Name: `/gantry/users/${user}`, Type: "SecureString", Value }));
  }
  ssm.destroy();
}

async function until(holds, sentence) {
  for (const started = Date.now(); Date.now() - started < MOST_MS; await sleep(200))
    if (await holds()) return;
  throw new Error(`${sentence} after ${MOST_MS / 1000} s`);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
