import { z } from "zod";
import { loadSkills } from "#adapters/files/skills.ts";
import { provider } from "#adapters/provider.ts";
import type { Skills } from "#core/directives/skill.ts";

export const skills = provider({
  name: "skills",
  env: { SKILLS: z.string().min(1) },
  create: ({ SKILLS }) => {
    let loaded: Promise<Skills> | undefined;
    return () => {
      loaded ??= loadSkills(SKILLS);
      return loaded;
    };
  },
});
