import { OPERATIONS, type Operations } from "./api.ts";
import type { OperationName } from "./request.ts";
import type { CallOptions, Transport } from "./transport.ts";

type Input<Name extends OperationName> = Operations[Name]["input"];

/** Input may be left out if all of it is optional. */
type Arguments<Name extends OperationName> =
  Record<never, never> extends Input<Name>
    ? [input?: Input<Name>, options?: CallOptions]
    : [input: Input<Name>, options?: CallOptions];

/** A function for each operation of the API: `client.events({ id, after })`. */
export type Client = {
  readonly [Name in OperationName]: (...call: Arguments<Name>) => Promise<Operations[Name]["output"]>;
};

/** A client over a transport. */
export function createClient(send: Transport): Client {
  const names = Object.keys(OPERATIONS) as OperationName[];
  const calls = names.map((name) => [
    name,
    async (input = {}, options?: CallOptions) => outputOf(name, await send(name, input as never, options)),
  ]);
  return Object.fromEntries(calls);
}

/** What a response of an operation contains. Rejects with a SyntaxError if it should be JSON and is not. */
export async function outputOf<Name extends OperationName>(
  name: Name,
  response: Response,
): Promise<Operations[Name]["output"]> {
  const { reply } = OPERATIONS[name];
  const output = reply === "bytes" ? new Uint8Array(await response.arrayBuffer()) : await response[reply]();
  return output as Operations[Name]["output"];
}
