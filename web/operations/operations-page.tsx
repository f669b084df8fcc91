import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Async } from "../ui/async.tsx";
import { Empty } from "../ui/empty.tsx";
import { SMALL_CONTROL } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Panel } from "../ui/panel.tsx";
import { useWords } from "../words/words.ts";
import { Bars } from "./bars.tsx";
import { Capacity } from "./capacity.tsx";
import { DAYS } from "./days.ts";
import type { Figures } from "./figures.ts";
import { Health } from "./health.tsx";
import { operations } from "./read-missions.ts";

const route = getRouteApi("/operations");
/** The projects and days that are listed. */
const LISTED = 14;

/** What the missions of the last days came to, and whether everything that Gantry needs replies. */
export function OperationsPage() {
  const { operations: words } = useWords();
  const { days = DAYS[0] } = route.useSearch();
  const query = useQuery(operations(days));
  return (
    <Page title={words.title} lead={words.lead} actions={<Range days={days} />}>
      <div className="space-y-6">
        <Health />
        <Capacity />
        <Async query={query} lines={10}>
          {({ figures, missions, complete }) =>
            missions === 0 ? (
              <Empty title={words.none}>
                <Link to="/" className="underline">
                  {words.build}
                </Link>
                .
              </Empty>
            ) : (
              <>
                {!complete && <Notice kind="info">{words.onlyNewest(missions)}</Notice>}
                <Shown figures={figures} />
              </>
            )
          }
        </Async>
      </div>
    </Page>
  );
}

function Range({ days }: { readonly days: number }) {
  const { operations: words } = useWords();
  const navigate = useNavigate({ from: "/operations" });
  return (
    <select
      aria-label={words.range}
      value={days}
      className={SMALL_CONTROL}
      onChange={({ target }) => void navigate({ search: { days: Number(target.value) } })}
    >
      {DAYS.map((each) => (
        <option key={each} value={each}>
          {words.days(each)}
        </option>
      ))}
    </select>
  );
}

function Shown({ figures }: { readonly figures: Figures }) {
  const { operations: words, formats, phases } = useWords();
  const { standings, healing, days, projects, cost_usd } = figures;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Figure title={words.outcomes}>
        <Bars
          columns={[words.outcome, words.missions]}
          rows={standings.map(({ standing, missions }) => ({
            name: words.standings[standing],
            value: missions,
            shown: [formats.number(missions)],
          }))}
        />
        {healing.failed > 0 && <p className="mt-3">{words.healed(healing.healed, healing.failed)}</p>}
      </Figure>
      <Figure title={words.durations}>
        <Bars
          columns={[words.phase, words.median, words.p95]}
          rows={figures.phases.map(({ phase, median, p95 }) => ({
            name: phases[phase].name,
            value: median,
            shown: [formats.duration(median), formats.duration(p95)],
          }))}
        />
      </Figure>
      <Figure title={words.spendByDay(formats.money(cost_usd))}>
        <Bars columns={[words.day, words.missions, words.cost]} rows={days.slice(0, LISTED).map(spent)} />
      </Figure>
      <Figure title={words.spendByProject}>
        <Bars
          columns={[words.project, words.missions, words.cost]}
          rows={projects.slice(0, LISTED).map(spent)}
        />
      </Figure>
    </div>
  );

  function spent({ name, missions, cost_usd: cost }: Figures["days"][number]) {
    return { name, value: cost, shown: [formats.number(missions), formats.money(cost)] };
  }
}

function Figure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Panel aria-label={title}>
      <h2 className="mb-3 font-semibold">{title}</h2>
      {children}
    </Panel>
  );
}
