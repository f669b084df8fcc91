import { part } from "#adapters/part.ts";
import { passwords as argon2id } from "#adapters/passwords.ts";

export const passwords = part({ name: "passwords", env: {}, make: () => argon2id });
