import type { ConsultationWithMessages } from "#sdk/typescript/api.ts";
import { Part } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";

type Known = NonNullable<ConsultationWithMessages["estimate"]>;

/** What the mission will probably take, by earlier ones; says so if there are none. */
export function Estimate({ estimate: { missions, ms, cost_usd } }: { readonly estimate: Known }) {
  const { plan, formats } = useWords();
  const cost = (usd: number) => (usd === 0 ? plan.noCost : formats.money(usd));
  return (
    <Part title={plan.usually}>
      {ms && cost_usd ? (
        <>
          <p>{plan.timeAndCost(formats.duration(ms.p50), cost(cost_usd.p50))}</p>
          <p className="text-sm text-muted">
            {plan.within(formats.duration(ms.p95), cost(cost_usd.p95), missions)}
          </p>
        </>
      ) : (
        <p className="text-muted">
          {plan.noEarlier}
          {cost_usd && ` ${plan.costsNothing}`}
        </p>
      )}
    </Part>
  );
}
