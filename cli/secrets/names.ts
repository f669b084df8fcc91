/** The secrets that Gantry knows, as the help shows them. */
export const SECRET_NAMES = [
  { name: "users/<user>", summary: "a person's password; --tenant and --role set the membership" },
  { name: "github-token", summary: "a GitHub token with write access to contents and pull requests" },
  {
    name: "github-app",
    summary: 'a GitHub App in its place: JSON {"appId", "privateKey", "installationId"}',
  },
  { name: "vercel-token", summary: "a Vercel token" },
  { name: "session-key", summary: "the key that signs sessions; generated when no value is given" },
  {
    name: "siri-key",
    summary: "what the keys of all phones are derived from; generated when no value is given",
  },
] as const;
