import type { Grant } from "#lib/constructs/gantry-function.ts";

/** A stage of the WebSocket API. */
export interface Sockets {
  /** `https://<api>.execute-api.<region>.amazonaws.com/<stage>` */
  readonly managementUrl: string;
  /** The stage: `arn:…:execute-api:<region>:<account>:<api>/<stage>`. */
  readonly stageArn: string;
}

/** Allows sending messages to open sockets, but neither reading nor closing one. */
export function postsToSockets({ managementUrl, stageArn }: Sockets): Grant {
  return (fn) => {
    fn.env("WEBSOCKET_MANAGEMENT_URL", managementUrl);
    fn.allow({
      actions: ["execute-api:ManageConnections"],
      resources: [`${stageArn}/POST/@connections/*`],
    });
  };
}
