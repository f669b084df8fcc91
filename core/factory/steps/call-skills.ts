import { callRead } from "#core/directives/read.ts";
import { type Finding, skillTool, type WithSkills } from "#core/directives/skill.ts";
import type { OpenMission } from "#core/factory/steps/context.ts";
import { missionSubject } from "#core/factory/steps/effect.ts";
import type { SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { Agent } from "#core/model/agent.ts";

/**
 * Calls the skills that an agent has as tools, all with the same input, and returns what they found with the signals
 * that record the calls. A skill that is not installed had no success. Throws
 * InvalidInput for an input that a skill does not take.
 */
export async function callSkills(
  { skills }: WithSkills,
  mission: OpenMission,
  { tools }: Agent,
  input: unknown,
): Promise<{ readonly findings: readonly Finding[]; readonly calls: readonly SignalDraft[] }> {
  const installed = await skills();
  const found = await Promise.all(
    tools.map(async (tool) => {
      const skill = installed.get(tool.replace(/^skill\./, ""));
      if (!skill) return { finding: missing(tool), calls: [] };
      const call = { tool: skillTool(skill), args: input };
      const { result, called } = await callRead({}, missionSubject(mission), call);
      return { finding: { tool, success: result.success, data: result.data }, calls: [called] };
    }),
  );
  return { findings: found.map(({ finding }) => finding), calls: found.flatMap(({ calls }) => calls) };
}

const missing = (tool: string): Finding => ({
  tool,
  success: false,
  data: { error: `The tool ${tool} is not installed.` },
});
