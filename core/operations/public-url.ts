/** What is expected of the setting GANTRY_PUBLIC_URL. */
export const PUBLIC_URL_FORM =
  "must be an http or https address of this Gantry on the network, without a path, such as https://gantry.example.com";

/**
 * The address of the setting GANTRY_PUBLIC_URL; undefined for a text that is none. A loopback name is none either: it is
 * how this machine itself calls Gantry.
 */
export function readPublicUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isBare = url.pathname === "/" && url.search + url.hash + url.username + url.password === "";
  return isBare && !LOOPBACK.test(url.hostname) ? url : undefined;
}

const LOOPBACK = /^(.*\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/;
