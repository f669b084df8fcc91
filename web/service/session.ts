/** This page's half of the session. The cookie contains the other, which browsers send to all ports of this host. */
const PAGE_TOKEN = "gantry-page-token";

export const pageToken = (): string => localStorage.getItem(PAGE_TOKEN) ?? "";

export function keepPageToken(token: string): void {
  localStorage.setItem(PAGE_TOKEN, token);
}

export function forgetPageToken(): void {
  localStorage.removeItem(PAGE_TOKEN);
}
