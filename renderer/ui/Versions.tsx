// What a thing was called, and where it belonged, from a day to a day; shown as soon as anything of it changed.
import { Fact } from './Fact.tsx';

type Version = { id: number; name: string; firstDay: string | null; lastDay: string | null };

/** A version of tomorrow has begun only by then. */
const period = ({ firstDay, lastDay }: Version, asOf: string): string => {
  if (lastDay !== null) return `${firstDay ?? ''} 至 ${lastDay}`.trim();
  if (firstDay === null) return '至今';
  return firstDay > asOf ? `${firstDay} 起` : `${firstDay} 至今`;
};

/** The day it began, where that is known: before it, there was no such thing. */
export function Begun({ versions }: { versions: readonly Version[] }) {
  const days = versions.map(({ firstDay }) => firstDay ?? '').sort((one, other) => (one < other ? -1 : 1));
  const [first = ''] = days;
  return first === '' ? null : <Fact label="启用日期" value={first} wide />;
}

export function Versions<Row extends Version>(props: {
  title: string;
  asOf: string;
  versions: readonly Row[];
  /** Whatever else than the name may have changed. */
  note: (version: Row) => string | null;
}) {
  const { title, asOf, versions, note } = props;
  if (versions.length < 2) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="lines">
        {versions.map((version) => (
          <li key={version.id}>
            <span>{version.name}</span>
            <span className="grey small num">
              {note(version) === null ? '' : `${note(version)}　`}
              <span className="period">{period(version, asOf)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
