import { type CloudResponse, send } from "#local-cloud/http.ts";

/** A reply of a deployment. */
export interface Reply {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers: Record<string, string>;
}

export const sendReply = (res: CloudResponse, { status, body, headers }: Reply): void =>
  send(res, status, body, headers);

/** An error of the platform, with Vercel's code for it. */
export function errorReply(
  status: number,
  code: string,
  sentence: string,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    body: `${sentence}\n\n${code}\n`,
    headers: { "content-type": "text/plain; charset=utf-8", "x-vercel-error": code, ...headers },
  };
}
