interface Row {
  readonly name: string;
  /** The length of its bar, compared with those of the other rows. */
  readonly value: number;
  /** The other cells, as text. */
  readonly shown: readonly string[];
}

interface BarsProps {
  readonly columns: readonly [string, ...string[]];
  readonly rows: readonly Row[];
}

/** A table of which each row has a bar, so that values can be read and compared. */
export function Bars({ columns: [first, ...others], rows }: BarsProps) {
  const most = Math.max(...rows.map(({ value }) => value), 0);
  return (
    <table className="w-full text-sm tabular-nums">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="pb-1 text-start font-medium">
            {first}
          </th>
          {others.map((name) => (
            <th key={name} scope="col" className="pb-1 ps-4 text-end font-medium whitespace-nowrap">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value, shown }) => (
          <tr key={name}>
            <th scope="row" className="w-full max-w-0 py-1 text-start font-normal">
              <bdi className="block truncate" title={name}>
                {name}
              </bdi>
              <span
                aria-hidden
                className="mt-0.5 block h-1 rounded-full bg-accent"
                style={{ inlineSize: `${most > 0 ? (100 * value) / most : 0}%` }}
              />
            </th>
            {shown.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their columns
              <td key={at} className="py-1 ps-4 text-end align-top whitespace-nowrap">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
