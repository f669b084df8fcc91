import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";

/** What is shown if a page fails: a report to copy, which contains no data of the person. */
export function ErrorPage({ error: thrown }: ErrorComponentProps) {
  const { shell } = useWords();
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const report = `${error.name}: ${error.message}\n${error.stack ?? ""}\n${location.pathname}\n${navigator.userAgent}`;
  return (
    <Page title={shell.failed} narrow>
      <p>{shell.failedLead}</p>
      <div className="mt-4 flex gap-2">
        <Button kind="primary" onClick={() => location.reload()}>
          {shell.reload}
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(report)}>{shell.copyReport}</Button>
      </div>
      <details className="mt-4">
        <summary>{shell.report}</summary>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          className="mt-2 overflow-x-auto rounded-lg bg-raised p-3 font-mono text-sm"
        >
          {report}
        </pre>
      </details>
    </Page>
  );
}
