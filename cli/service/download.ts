import { CliError, Unreachable } from "#cli/errors.ts";

/** For what is too large to come through the service. */
const TIMEOUT_MS = 10 * 60_000;

/**
 * What a signed address gives. It is another host's: the session's token is not for it, and the address itself is
 * named in no message, as every client that has it gets the same.
 */
export async function download(address: URL): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(address, { signal, redirect: "error" }).catch((cause) => {
    throw new Unreachable(`The download address ${address.host}, given by the service, did not respond.`, {
      cause,
    });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new CliError(
    `The download address ${address.host}, given by the service, returned status ${response.status}. Try again.`,
  );
}
