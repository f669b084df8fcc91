import { z } from "zod";
import { checked, type JsonOperation } from "#local-cloud/aws-json.ts";
import type { KeyStore } from "./key-store.ts";
import { bytes, keyId } from "./members.ts";
import { signMessage, verifyMessage } from "./signing.ts";

const message = {
  KeyId: keyId,
  Message: bytes(1, 4096),
  MessageType: z.enum(["RAW", "DIGEST"]).default("RAW"),
  SigningAlgorithm: z.string().min(1),
};
const signInput = z.strictObject(message);
const verifyInput = z.strictObject({ ...message, Signature: bytes(1, 6144) });

export function signOperations(store: KeyStore): Record<string, JsonOperation> {
  return {
    Sign(input) {
      const { KeyId, Message, MessageType, SigningAlgorithm } = checked(signInput, input);
      const key = store.usable(KeyId);
      const signature = signMessage(key, { bytes: Message, type: MessageType, algorithm: SigningAlgorithm });
      return { KeyId: store.arn(key), Signature: signature.toString("base64"), SigningAlgorithm };
    },
    Verify(input) {
      const { KeyId, Message, MessageType, Signature, SigningAlgorithm } = checked(verifyInput, input);
      const key = store.usable(KeyId);
      verifyMessage(key, { bytes: Message, type: MessageType, algorithm: SigningAlgorithm }, Signature);
      return { KeyId: store.arn(key), SignatureValid: true, SigningAlgorithm };
    },
  };
}
