import { z } from "zod";
import { lazy } from "#adapters/cache/lazy.ts";
import { loadSkills } from "#adapters/files/skills.ts";
import { provider } from "#adapters/provider.ts";

export const skills = provider({
  name: "skills",
  env: { SKILLS: z.string().min(1) },
  create: ({ SKILLS }) => {
    const kept = lazy({ skills: () => loadSkills(SKILLS) });
    return () => kept.skills;
  },
});
