const LIMIT = 10_000;

/** Answers with JSON. */
export function sendJson(response, status, value, headers = {}) {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(value));
}

/** The JSON body of a request, at most 10 kB; undefined when it is none. */
export async function readJson(request) {
  const parsed = parsedBody(request);
  if (parsed !== undefined) return typeof parsed === "string" ? parse(parsed) : parsed;
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LIMIT) return undefined;
  }
  return parse(text);
}

/** Refuses any other method. Returns whether the request may go on. */
export function allow(request, response, method) {
  if (request.method === method) return true;
  sendJson(response, 405, { error: `Use ${method}.` }, { allow: method });
  return false;
}

/** Vercel parses the body itself, and throws when it is asked for one that is no JSON. */
function parsedBody(request) {
  try {
    return request.body;
  } catch {
    return null;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
