import { queryOptions, useQuery } from "@tanstack/react-query";
import type { MissionFailure } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { Panel, Part } from "../ui/panel.tsx";
import { useWords, type Words } from "../words/words.ts";

const failure = (id: string) =>
  queryOptions({ queryKey: ["failure", id], queryFn: ({ signal }) => client.failure({ id }, { signal }) });

/** Why a mission failed: what was tried, which check failed, and the end of the output. */
export function Failure({ mission }: { readonly mission: string }) {
  const { missions } = useWords();
  const { data } = useQuery(failure(mission));
  if (!data) return null;
  const { repairs, acceptance, page_errors, steps } = data;
  const failed = steps.filter(({ exit_code }) => exit_code !== 0);
  const checks = acceptance.filter(({ reason }) => reason !== undefined);
  return (
    <Panel aria-label={missions.whyFailed}>
      <h2 className="font-semibold">{missions.whyFailed}</h2>
      {data.reason && <p className="mt-1">{data.reason}</p>}
      {checks.length > 0 && (
        <Part title={missions.failedChecks}>
          <ul className="list-disc ps-5">
            {checks.map(({ name, reason }) => (
              <li key={name}>
                {name}: {reason}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {repairs.length > 0 && (
        <Part title={missions.tried}>
          <ul className="list-disc ps-5">
            {repairs.map((repair) => (
              <li key={repair}>{repair}</li>
            ))}
          </ul>
        </Part>
      )}
      {page_errors.length > 0 && (
        <Part title={missions.pageErrors}>
          <Output text={page_errors.join("\n")} />
        </Part>
      )}
      {failed.map((step) => (
        <Part key={step.name} title={`${step.command.join(" ")}: ${endOf(missions, step)}`}>
          <Output text={step.stderr.tail || step.stdout.tail} />
        </Part>
      ))}
    </Panel>
  );
}

function endOf(
  missions: Words["missions"],
  { exit_code, killed, signal }: MissionFailure["steps"][number],
): string {
  if (killed) return missions.stopped(killed);
  return exit_code === null ? missions.endedBy(String(signal)) : missions.exitCode(exit_code);
}

function Output({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <pre dir="ltr" tabIndex={0} className="max-h-80 overflow-auto rounded-lg bg-raised p-3 font-mono text-sm">
      {text}
    </pre>
  );
}
