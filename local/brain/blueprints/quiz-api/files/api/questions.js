import { allow, sendJson } from "../lib/http.js";
import { publicQuestions } from "../lib/quiz.js";

/** GET /api/questions: the questions, without their answers. */
export default function handler(request, response) {
  if (!allow(request, response, "GET")) return;
  sendJson(response, 200, { questions: publicQuestions() }, { "cache-control": "public, max-age=60" });
}
