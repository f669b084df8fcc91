import { allow, readJson, sendJson } from "../lib/http.js";
import { scoreRun } from "../lib/quiz.js";

/** POST /api/score { answers: [{ id, option }] }: the points of a run. Nothing is kept between calls. */
export default async function handler(request, response) {
  if (!allow(request, response, "POST")) return;
  const result = scoreRun((await readJson(request))?.answers);
  if (result.fault) sendJson(response, 400, { error: result.fault });
  else sendJson(response, 200, result, { "cache-control": "no-store" });
}
