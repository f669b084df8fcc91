/** The fields that a search covers, by their names in the API. */
export const SEARCHED_FIELDS = ["mission_id", "title", "summary", "request", "project"] as const;
