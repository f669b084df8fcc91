import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { privateFile } from "#local-cloud/durable/private-file.ts";

const IV = 12;
const TAG = 16;

/** Encrypts the text of SecureStrings with a key in a separate file. */
export interface SecretBox {
  /** Base64. `name` is authenticated: a ciphertext can be decrypted only with its name. */
  seal(name: string, text: string): string;
  open(name: string, sealed: string): string;
}

/**
 * The key is generated at first use and stored in `path`, mode 0600. `consequence`: what is lost if that file
 * is removed.
 */
export function openSecretBox(path: string, consequence: string): SecretBox {
  const file = privateFile<{ key: string }>(path, consequence);
  let stored = file.load();
  if (!stored) {
    stored = { key: randomBytes(32).toString("base64") };
    file.save(stored);
  }
  const key = Buffer.from(stored.key, "base64");
  return {
    seal(name, text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(name));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
    },
    open(name, sealed) {
      const bytes = Buffer.from(sealed, "base64");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString("utf8");
    },
  };
}
