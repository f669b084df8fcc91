import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import { UsageError } from "#cli/errors.ts";

const app = z.strictObject({
  appId: z.coerce.string().regex(/^([1-9]\d*|Iv[\w.]+)$/, "must be the App's id, such as 123456"),
  privateKey: z
    .string("must be the App's private key as PEM")
    .refine(isRsaKey, "must be an RSA private key in PEM form"),
  installationId: z.coerce
    .number("must be the installation's numeric id")
    .int("must be the installation's numeric id")
    .positive("must be the installation's numeric id"),
});

/** The secret `github-app`: checked and written as `githubAuth` reads it. No message holds a part of it. */
export function readGithubApp(text: string): string {
  const parsed = app.safeParse(parse(text));
  if (parsed.success) return JSON.stringify(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".");
  throw new UsageError(
    field
      ? `github-app: ${field}: ${issue?.message}.`
      : "github-app: only the members appId, privateKey and installationId are allowed.",
  );
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(
    'github-app: it must be a JSON object {"appId": …, "privateKey": "…", "installationId": …}.',
  );
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}
