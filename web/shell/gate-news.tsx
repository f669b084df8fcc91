import { useQuery } from "@tanstack/react-query";
import { gates } from "../service/queries.ts";
import { useWords } from "../words/words.ts";

/** Says once, to those who listen, how many decisions wait for this person; again only if the number changes. */
export function GateNews() {
  const { shell } = useWords();
  const waiting = useQuery(gates).data?.gates.filter(({ may_decide }) => may_decide).length ?? 0;
  return (
    <p role="status" className="sr-only" data-part="gate-news">
      {waiting > 0 && `${shell.approvals}: ${waiting} ${shell.waitingForYou}`}
    </p>
  );
}
