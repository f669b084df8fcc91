/** This page's half of the session. The cookie has the other; all ports of this host receive it, but not this. */
const PAGE_TOKEN = "gantry-page-token";

export const pageToken = () => localStorage.getItem(PAGE_TOKEN) ?? "";

export function keepPageToken(token) {
  localStorage.setItem(PAGE_TOKEN, token);
}
