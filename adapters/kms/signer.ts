import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { Signer } from "#core/evidence/signer.ts";

/** Signs with a KMS key of type ECC_NIST_P256. Signs digests, because KMS accepts messages of at most 4,096 bytes. */
export function createSigner({ client, key }: { client: KMSClient; key: string }): Signer {
  let pem: string | undefined;
  return {
    async sign(digest) {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: key,
          Message: digest,
          MessageType: "DIGEST",
          SigningAlgorithm: "ECDSA_SHA_256",
        }),
      );
      return Signature as Uint8Array;
    },
    async publicKey() {
      if (pem) return pem;
      const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: key }));
      const lines =
        Buffer.from(PublicKey as Uint8Array)
          .toString("base64")
          .match(/.{1,64}/g) ?? [];
      pem = ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----", ""].join("\n");
      return pem;
    },
  };
}
