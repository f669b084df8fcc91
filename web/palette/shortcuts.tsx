import { setSingleKeys, useSingleKeys } from "../shell/single-keys.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { COMMAND_KEY, Keys } from "../ui/keys.tsx";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/words.ts";

/** All shortcuts of the client. */
export default function Shortcuts({ close }: { readonly close: () => void }) {
  const { palette } = useWords();
  const hasSingle = useSingleKeys();
  const rows = [
    [palette.title, [COMMAND_KEY, "K"]],
    ...(hasSingle
      ? ([
          [palette.startBuild, ["N"]],
          [palette.help, ["?"]],
        ] as const)
      : []),
    [palette.send, ["Enter"]],
    [palette.newLine, ["Shift", "Enter"]],
    [palette.leave, ["Esc"]],
  ] as const;
  return (
    <Dialog title={palette.shortcuts} close={close}>
      <dl className="mt-4 divide-y divide-line">
        {rows.map(([what, keys]) => (
          <div key={what} className="flex items-center justify-between gap-4 py-2">
            <dt>{what}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 border-t border-line pt-4">
        <Switch label={palette.singleKeys} checked={hasSingle} set={setSingleKeys} />
        <p className="text-sm text-muted">{palette.keyboardLead}</p>
      </div>
      <div className="mt-4 flex justify-end">
        <Button onClick={close}>{palette.close}</Button>
      </div>
    </Dialog>
  );
}
