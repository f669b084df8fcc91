import {
  type CloudHandler,
  type CloudRequest,
  header,
  readBody,
  requestUrl,
  ServiceError,
  send,
} from "#local-cloud/http.ts";
import { type Authenticate, authenticator } from "./authenticate.ts";
import { type Contract, loadContract, type Match, type Values } from "./contract.ts";
import { GitHubError, Violation } from "./errors.ts";
import { accountOperations } from "./operations/accounts.ts";
import { appOperations } from "./operations/apps.ts";
import { contentOperations } from "./operations/contents.ts";
import { gitDataOperations } from "./operations/git-data.ts";
import { issueOperations } from "./operations/issues.ts";
import { pullOperations } from "./operations/pulls.ts";
import { refOperations } from "./operations/refs.ts";
import { repositoryOperations } from "./operations/repositories.ts";
import type { Answer, Operations, World } from "./world.ts";

const OPERATIONS: Operations = {
  ...accountOperations,
  ...appOperations,
  ...contentOperations,
  ...gitDataOperations,
  ...issueOperations,
  ...pullOperations,
  ...refOperations,
  ...repositoryOperations,
};

export interface RestOptions {
  readonly world: World;
  /** Called for each request that GitHub would refuse, or that no program should make. */
  readonly onViolation: (request: string, message: string) => void;
}

/** In bytes: the largest blob that GitHub accepts, in base64. */
const BODY_LIMIT = 140 * 1024 * 1024;

/** GitHub's REST API below `/api/v3`: every request and response is checked against GitHub's description. */
export function createRest({ world, onViolation }: RestOptions): CloudHandler {
  const contract = loadContract();
  const authenticate = authenticator(world);
  return async (req, res) => {
    const url = requestUrl(req);
    let answer: Answer;
    try {
      answer = await answerRequest({ world, contract, authenticate }, req, url);
      await world.state.settled();
    } catch (error) {
      if (!(error instanceof GitHubError || error instanceof ServiceError)) throw error;
      if (error instanceof Violation) onViolation(`${req.method} ${url.pathname}`, error.message);
      answer = errorAnswer(error);
    }
    send(res, answer.status, answer.body === undefined ? "" : JSON.stringify(answer.body), {
      "content-type": "application/json; charset=utf-8",
      "x-github-media-type": "github.v3; format=json",
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": "5000",
      "x-ratelimit-used": "0",
      "x-ratelimit-resource": "core",
      ...answer.headers,
    });
  };
}

interface Parts {
  readonly world: World;
  readonly contract: Contract;
  readonly authenticate: Authenticate;
}

async function answerRequest({ world, contract, authenticate }: Parts, req: CloudRequest, url: URL) {
  const authorization = header(req, "authorization") ?? "";
  const query = Object.fromEntries(url.searchParams);

  const match = contract.match(req.method ?? "", url.pathname);
  if (!match) throw new Violation(`${req.method} ${url.pathname} is not supported here`, 501);
  const caller = authenticate(authorization, match);
  // Authenticates before reading the body, because any web page can send one: parsing 100 MB takes a minute
  // and gigabytes of memory.
  const body = parseBody(await readBody(req, BODY_LIMIT));
  checkRequest(match, query, body);
  const operation = OPERATIONS[match.id];
  if (!operation) throw new Violation(`${match.id} is not supported here`, 501);

  const call = { world, params: match.params, query, body, account: caller, authorization };
  let answer: Answer;
  try {
    answer = await operation(call);
  } catch (error) {
    if (error instanceof Violation || !(error instanceof GitHubError)) throw error;
    answer = errorAnswer(error);
  }
  const fault = match.responseFault(answer.status, JSON.parse(JSON.stringify(answer.body)));
  if (fault) throw new Violation(`the answer of ${match.id} breaks the description: ${fault}`, 500);
  return answer;
}

function checkRequest(match: Match, query: Values, body: unknown): void {
  const fault = match.requestFault(query, body);
  if (fault) throw new Violation(`${match.id}: ${fault}`);
}

function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new GitHubError(400, "Problems parsing JSON");
  }
}

function errorAnswer(error: GitHubError | ServiceError): Answer {
  const errors = error instanceof GitHubError && error.errors ? { errors: error.errors } : {};
  const body = {
    message: error.message,
    ...errors,
    documentation_url: "https://docs.github.com/rest",
    status: String(error.status),
  };
  return { status: error.status, body };
}
