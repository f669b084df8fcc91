import { z } from "zod";

/** The base URLs of GitHub's and Vercel's APIs, by the variables that override them. */
export const API_URLS = {
  GITHUB_API_URL: z.url().default("https://api.github.com"),
  VERCEL_API_URL: z.url().default("https://api.vercel.com"),
} as const;
