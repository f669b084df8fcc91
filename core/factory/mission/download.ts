/** What is downloaded: its bytes, or a presigned URL if they are more than {@link MAX_RESPONSE_BYTES}. */
export type Download = { readonly bytes: Uint8Array } | { readonly url: string };

/** The response of a function is limited to 6 MB, of which base64 uses a quarter. */
export const MAX_RESPONSE_BYTES = 4 * 2 ** 20;
/** How long a presigned URL is valid: clients follow the redirect at once. */
export const LINK_SECONDS = 60;
