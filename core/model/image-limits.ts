/** The largest image that models of Bedrock accept, in bytes: 3.75 MB. */
export const MAX_IMAGE_BYTES = 3_750_000;

/** The most pixels a side. */
export const MAX_IMAGE_PIXELS = 8000;
