/** This page's half of the session. The cookie contains the other, which browsers send to all ports of this host. */
const PAGE_TOKEN = "gantry-page-token";
const EXPIRES_AT = "gantry-session-expires-at";

export const pageToken = (): string => localStorage.getItem(PAGE_TOKEN) ?? "";

/** When the session of this page ends, in ISO 8601; null before a log-in. */
export const sessionExpiry = (): string | null => localStorage.getItem(EXPIRES_AT);

/** Keeps what a log-in has returned. */
export function keepSession({ page_token, expires_at }: { page_token: string; expires_at: string }): void {
  localStorage.setItem(PAGE_TOKEN, page_token);
  localStorage.setItem(EXPIRES_AT, expires_at);
}

export function forgetSession(): void {
  localStorage.removeItem(PAGE_TOKEN);
  localStorage.removeItem(EXPIRES_AT);
}
