/** Why an app cannot be shown in a frame of this page. */
export type FrameFault = "unresolved" | "elsewhere";

/** Hosts of apps, which have origins of their own. They are also in the page's content security policy. */
const HOSTS = [/^https:\/\/[a-z0-9-]+\.vercel\.app$/, /^http:\/\/[a-z0-9-]+\.localhost(:\d+)?$/];

/**
 * Why an app at this address cannot be shown in a frame of a page with this origin; undefined if it can. An app is never
 * shown on the page's own origin, where its frame would have the rights of the page. Safari looks names below `localhost`
 * up at the system's resolver, which does not know them.
 */
export function frameFault(url: string, own: string, userAgent: string): FrameFault | undefined {
  const { origin, hostname } = new URL(url);
  if (origin === own || !HOSTS.some((host) => host.test(origin))) return "elsewhere";
  return hostname.endsWith(".localhost") && isSafari(userAgent) ? "unresolved" : undefined;
}

const isSafari = (userAgent: string) =>
  /Safari\//.test(userAgent) && !/Chrom(e|ium)\/|Android/.test(userAgent);
