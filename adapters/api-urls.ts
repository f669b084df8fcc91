import { z } from "zod";

/** Where GitHub and Vercel are asked, by the variable that names another place. */
export const API_URLS = {
  GITHUB_API_URL: z.url().default("https://api.github.com"),
  VERCEL_API_URL: z.url().default("https://api.vercel.com"),
} as const;
