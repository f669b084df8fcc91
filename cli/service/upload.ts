import { CliError, Unreachable } from "#cli/errors.ts";

const TIMEOUT_MS = 5 * 60_000;

/** Sends bytes to a signed address. It is another host's: the session's token is not for it. */
export async function upload(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { host } = new URL(url);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { method: "PUT", headers, body, signal, redirect: "error" }).catch(
    (cause) => {
      throw new Unreachable(`The upload address ${host}, given by the service, did not respond.`, { cause });
    },
  );
  await response.body?.cancel();
  if (!response.ok)
    throw new CliError(
      `The upload address ${host}, given by the service, returned status ${response.status}. Try again.`,
    );
}
