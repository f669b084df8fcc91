/**
 * The account whose projects a request may access: the team that it names, otherwise the user of the token.
 */
export interface Account {
  readonly id: string;
}

export const accountOf = (query: { teamId?: string | undefined; slug?: string | undefined }): Account => ({
  id: query.teamId ?? query.slug ?? "user_local",
});
