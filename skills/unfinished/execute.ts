import { z } from "zod";
import type { SkillContext, SkillResult } from "#core/directives/skill.ts";

const MAX_FINDINGS = 30;
const READ = /\.(?:html|css|[cm]?[jt]sx?|json)$/;
const SKIPPED = /(?:^|\/)(?:test|tests|__tests__)\/|\.(?:test|spec)\.|(?:^|\/)package(?:-lock)?\.json$/;

const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["filler", /\blorem ipsum\b|\bdolor sit amet\b/i],
  ["note", /\b(?:TODO|FIXME|XXX)\b/],
  ["promise", /\bcoming soon\b|\bnot (?:yet )?implemented\b|\bunder construction\b/i],
  [
    "no-op",
    /\bon[A-Z]\w*=\{\s*\(\)\s*=>\s*\{\s*\}\s*\}|addEventListener\(\s*["'`]\w+["'`]\s*,\s*\([^)]*\)\s*=>\s*\{\s*\}/,
  ],
];

export const input = z.object({ files: z.array(z.object({ path: z.string(), content: z.string() })) });

export function execute({ input: { files } }: SkillContext<z.infer<typeof input>>): SkillResult {
  const read = files.filter(({ path }) => READ.test(path) && !SKIPPED.test(path));
  const findings = read.flatMap(({ path, content }) =>
    content.split("\n").flatMap((text, at) => {
      const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
      return kind === undefined ? [] : [{ path, line: at + 1, kind, text: text.trim().slice(0, 120) }];
    }),
  );
  return { success: true, data: { findings: findings.slice(0, MAX_FINDINGS) } };
}
