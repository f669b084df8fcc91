import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import answer from "../api/answer.js";
import questions from "../api/questions.js";
import score from "../api/score.js";

const functions = { "/api/answer": answer, "/api/questions": questions, "/api/score": score };
const server = createServer((request, response) => functions[request.url](request, response));
let origin = "";

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

async function call(path, body) {
  const request = body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await fetch(origin + path, request);
  return { status: response.status, body: await response.json() };
}

test("questions come without their answers", async () => {
  const { status, body } = await call("/api/questions");
  assert.equal(status, 200);
  assert.ok(body.questions.length >= 10);
  for (const question of body.questions) assert.deepEqual(Object.keys(question), ["id", "text", "options"]);
});

test("an answer is judged by the server", async () => {
  const { status, body } = await call("/api/answer", { id: 0, option: 1 });
  assert.equal(status, 200);
  assert.equal(body.right, true);
  assert.equal(body.answer, 1);
  assert.equal((await call("/api/answer", { id: 0, option: 0 })).body.right, false);
});

test("a run is scored", async () => {
  const { body } = await call("/api/score", { answers: [{ id: 0, option: 1 }, { id: 1, option: 0 }] });
  assert.deepEqual(body, { points: 1, total: 2 });
});

test("what is no answer is refused with a reason", async () => {
  for (const body of [{}, { id: 99, option: 0 }, { id: 0, option: 9 }, { id: "0", option: 0 }, "{oops"])
    assert.equal((await call("/api/answer", body)).status, 400);
  assert.match((await call("/api/answer", { id: 99, option: 0 })).body.error, /no such question/);
});

test("a question cannot be scored twice, and an empty run not at all", async () => {
  const twice = { answers: [{ id: 0, option: 1 }, { id: 0, option: 1 }] };
  assert.match((await call("/api/score", twice)).body.error, /twice/);
  assert.equal((await call("/api/score", { answers: [] })).status, 400);
});

test("the wrong method is refused and the right one named", async () => {
  const response = await fetch(`${origin}/api/score`);
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "POST");
});
