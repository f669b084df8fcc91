/** The pages from which questions are answered, as patterns from the repository's root; without decisions and coverage. */
export const DOCUMENTATION_PAGES = ["README.md", "docs/!(coverage).md", "docs/guides/*.md"] as const;
