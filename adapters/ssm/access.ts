import { InvalidResourceId, ListTagsForResourceCommand, type SSMClient } from "@aws-sdk/client-ssm";
import type { AccessState, WithAccess } from "#core/operations/access.ts";

interface Options {
  readonly client: SSMClient;
  readonly prefix: string;
  /** The base URLs of the services. */
  readonly urls: { readonly github: string; readonly vercel: string };
}

const LOOPBACK = /^(.*\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/;

/** How GitHub and Vercel are reached. A service at a loopback address is the local one. */
export function createAccess({ client, prefix, urls }: Options): WithAccess["access"] {
  const state = async (url: string, names: readonly string[]): Promise<AccessState> => {
    if (LOOPBACK.test(new URL(url).hostname)) return "local";
    const set = await Promise.all(names.map((name) => exists(client, `${prefix}/${name}`)));
    return set.includes(true) ? "set" : "missing";
  };
  return async () => ({
    github: await state(urls.github, ["github-token", "github-app"]),
    vercel: await state(urls.vercel, ["vercel-token"]),
  });
}

/** Reads the tags of a parameter, for which no right to read its value is needed. */
async function exists(client: SSMClient, name: string): Promise<boolean> {
  try {
    await client.send(new ListTagsForResourceCommand({ ResourceType: "Parameter", ResourceId: name }));
    return true;
  } catch (error) {
    if (error instanceof InvalidResourceId) return false;
    throw error;
  }
}
