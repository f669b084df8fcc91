/** Where search looks for words, by the names of the API. */
export const SEARCHED_FIELDS = ["mission_id", "title", "summary", "request", "project"] as const;
