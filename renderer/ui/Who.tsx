// A person in a cell of a list: face and name. A name too long for the line stands in two, smaller, since a name is never cut.
import { Face } from './Face.tsx';

/** What finds room in one line. */
const usual = 5;

export const Who = ({ hash, name }: { hash: string | null; name: string }) => (
  <span className="who">
    <Face hash={hash} name={name} />
    <span className={name.length > usual ? 'who-name long' : 'who-name'}>{name}</span>
  </span>
);
