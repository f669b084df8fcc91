import { randomBytes } from "node:crypto";
import { openSecretBox } from "#local-cloud/ssm/secret-box.ts";
import { type Access, allows } from "./policy.ts";
import type { Role } from "./role.ts";

/** A key pair for SigV4. */
export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A principal with its key pair. */
export interface Principal extends KeyPair {
  readonly arn: string;
  /** Whether it is a session of a role and not the cloud's owner. */
  readonly session: boolean;
  may(access: Access): boolean;
}

/** Returns the principal of this key and session token, or the reason why there is none. */
export type Identify = (accessKeyId: string, token: string | undefined) => Principal | "unknown" | "expired";

interface NewSession extends KeyPair {
  readonly token: string;
}

/** The content of a session token, encrypted for its key: sessions are not stored. */
interface Claims {
  readonly role: string;
  readonly arn: string;
  readonly secret: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface Identities {
  readonly identify: Identify;
  issue(session: Omit<Claims, "secret">): NewSession;
}

export interface IdentitiesOptions {
  /** File of the key that encrypts tokens, so that sessions survive a restart. */
  readonly keyFile: string;
  /** The owner's key, which has all permissions. */
  readonly owner: KeyPair & { readonly arn: string };
  readonly roles: readonly Role[];
  readonly now: () => number;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function openIdentities({ keyFile, owner, roles, now }: IdentitiesOptions): Identities {
  const box = openSecretBox(keyFile, "open sessions of roles end");

  function identify(accessKeyId: string, token: string | undefined): ReturnType<Identify> {
    if (!token && accessKeyId === owner.accessKeyId) return { ...owner, session: false, may: () => true };
    const claims = token ? opened(accessKeyId, token) : undefined;
    const role = roles.find(({ arn }) => arn === claims?.role);
    if (!claims || !role) return "unknown";
    if (claims.expires <= now()) return "expired";
    const tags = new Map(Object.entries(claims.tags));
    return {
      accessKeyId,
      secretAccessKey: claims.secret,
      arn: claims.arn,
      session: true,
      may: (access) => allows(role.statements, tags, access),
    };
  }

  /** A token can be decrypted only with the key with which it was issued. */
  function opened(accessKeyId: string, token: string): Claims | undefined {
    try {
      return JSON.parse(box.open(accessKeyId, token)) as Claims;
    } catch {
      return undefined;
    }
  }

  return {
    identify,
    issue(session) {
      const accessKeyId = `ASIA${Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join("")}`;
      const secretAccessKey = randomBytes(30).toString("base64");
      const claims: Claims = { ...session, secret: secretAccessKey };
      return { accessKeyId, secretAccessKey, token: box.seal(accessKeyId, JSON.stringify(claims)) };
    },
  };
}

/** AWS's message for an access that no statement allows. */
export function refusalOf({ arn }: Principal, { action, resource }: Access): string {
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}
