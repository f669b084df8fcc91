import { passwords as argon2id } from "#adapters/passwords/passwords.ts";
import { provider } from "#adapters/provider.ts";

export const passwords = provider({ name: "passwords", env: {}, create: () => argon2id });
