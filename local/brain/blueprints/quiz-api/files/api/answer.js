import { allow, readJson, sendJson } from "../lib/http.js";
import { judge } from "../lib/quiz.js";

/** POST /api/answer { id, option }: whether it is right, and which option is. */
export default async function handler(request, response) {
  if (!allow(request, response, "POST")) return;
  const result = judge((await readJson(request)) ?? {});
  if (result.fault) sendJson(response, 400, { error: result.fault });
  else sendJson(response, 200, result, { "cache-control": "no-store" });
}
