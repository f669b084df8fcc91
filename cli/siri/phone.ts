import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { CliConfig } from "#cli/config.ts";
import { connect, read, startHelp } from "#cli/service/api.ts";
import { type SiriParts, siriSignature } from "#core/identity/siri/scheme.ts";
import { siriTurnReply } from "#core/web/replies/consultation.ts";
import { siriSelfTest } from "#core/web/replies/siri.ts";

/** The key of a phone, as `POST /gantry/keys` returns it. */
export interface PhoneKey extends SiriParts {
  readonly key_id: string;
}

/** What a phone with the Shortcut does, from this terminal and without a session. */
export interface Phone {
  selfTest(text: string): Promise<z.infer<typeof siriSelfTest>>;
  say(text: string): Promise<z.infer<typeof siriTurnReply>>;
}

/** A phone that sends to this address. */
export function createPhone(config: CliConfig, address: string, key: PhoneKey): Phone {
  const help = address === config.url ? startHelp(config) : `Check the tunnel with: ${config.program} doctor`;
  const send = connect(address, help);
  return {
    selfTest: async (text) => read(siriSelfTest, await send("siriSelfTest", signed(key, text))),
    say: async (text) => read(siriTurnReply, await send("siri", signed(key, text))),
  };
}

function signed({ key_id, k1, k2 }: PhoneKey, text: string) {
  const timestamp = new Date().toISOString().replace(/\.\d+Z$/, "+00:00");
  const nonce = randomBytes(32).toString("hex");
  const signature = siriSignature({ k1, k2 }, { key_id, timestamp, nonce, text });
  return {
    text,
    "X-Gantry-Key": key_id,
    "X-Gantry-Timestamp": timestamp,
    "X-Gantry-Nonce": nonce,
    "X-Gantry-Signature": `v1=${signature}`,
  };
}
