/** What stands before or behind the path of a file that changed. */
export const FILE_MARKS = { added: "+", changed: "~", deleted: "−" } as const;
