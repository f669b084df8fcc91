import { client } from "../service/client.ts";

const KEY = "gantry-evidence-key";

/** A key, and whether it is another than the one that this browser has trusted before. */
interface TrustedKey {
  readonly pem: string;
  readonly changed: boolean;
}

/** The installation's key as this browser first saw it: trusted on first use, as the command line does. */
export async function trustedKey(): Promise<TrustedKey> {
  const shown = (await client.evidenceKey()).trim();
  const trusted = localStorage.getItem(KEY);
  if (trusted === null) localStorage.setItem(KEY, shown);
  return { pem: trusted ?? shown, changed: trusted !== null && trusted !== shown };
}
