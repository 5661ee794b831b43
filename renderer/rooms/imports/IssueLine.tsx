// One thing that is wrong with a row, or asked of it, and every way to settle it there: typed anew, taken from what may be meant, chosen,
// left out.
import { Button, Checkbox, Dropdown } from 'antd';
import { fieldTitle, importFields, type ImportField } from '../../../shared/imports/fields.ts';
import type { Offer, RowIssue } from '../../../shared/imports/preview.ts';
import { MendField } from './MendField.tsx';
import type { Mending } from './useMending.ts';

export type Line = RowIssue & { key: string; name: string; index: number };

/** Who somebody is, their number tells. */
export const mendedField = ({ question, field }: Line): ImportField => (question === 'person' ? 'idNumber' : field);

/** `alike`: whether the other rows of the same trouble are mended along. */
type Props = { id: string; line: Line; mending: Mending; alike: boolean; onDone: () => void };

/** What may be typed again with a few strokes; a masked number can't. */
const startOf = ({ value, question }: Line): string => (question !== 'person' && !value.includes('*') ? value : '');

export function IssueValue({ id, line, mending, alike, onDone }: Props) {
  const cell = { row: line.row, field: mendedField(line) };
  const begin = () => mending.type(cell, startOf(line));
  if (mending.typed(cell) !== undefined)
    return (
      <MendField
        id={id}
        cell={cell}
        mending={mending}
        name={line.name}
        hint={line.question === 'person' ? undefined : line.value}
        alike={alike}
        onDone={onDone}
      />
    );
  return (
    <span className="import-value" onDoubleClick={begin}>
      <span className="import-texts">
        {line.mended === null ? null : <span className="grey">表中 {line.mended === '' ? '未填' : line.mended}</span>}
        <span className={line.level === 'refuse' ? 'red' : ''}>{line.value === '' ? '未填' : line.value}</span>
      </span>
      <button
        type="button"
        className="link import-mend"
        data-line={line.index}
        aria-label={`改正${line.at}的${fieldTitle(cell.field)}`}
        onClick={begin}
        onKeyDown={(event) => {
          if (event.key === 'F2') begin();
        }}
      >
        {line.question === 'person' ? '补身份证号' : '改正'}
      </button>
    </span>
  );
}

const OfferButton = ({ offer, disabled, take }: { offer: Offer; disabled: boolean; take: () => void }) => (
  <Button size="small" disabled={disabled} title={offer.hint} onClick={take}>
    是“{offer.name}”{offer.remembered ? <span className="grey">（上次选的）</span> : null}
  </Button>
);

export function IssueAnswers({
  id,
  line,
  mending,
  alike,
  setAlike,
  busy,
  decide,
  onDone,
}: Props & { setAlike: (alike: boolean) => void; busy: boolean; decide: (decision: string | null) => void }) {
  const { row } = line;
  const mended = line.mended !== null;
  const others = mending.open(row).filter((field) => field !== mendedField(line));
  const waiting = busy || mending.busy;
  if (line.decision !== null)
    return (
      <span className="import-answers">
        <span className="grey">
          {line.decision === 'leaveOut'
            ? '已选不导入'
            : `已选“${line.choices.find((choice) => choice.value === line.decision)?.label ?? ''}”`}
        </span>
        <button type="button" className="link" onClick={() => decide(null)}>
          重新选择
        </button>
      </span>
    );
  const asks = line.offers.length + line.choices.length > 0 || line.alike > 1 || mended;
  return (
    <>
      {' '}
      <Dropdown
        trigger={['click']}
        menu={{
          items: importFields.map((field) => ({ key: field, label: fieldTitle(field) })),
          onClick: ({ key }) => mending.type({ row, field: key as ImportField }, ''),
          className: 'import-fields',
        }}
      >
        <button type="button" className="link">
          改其他格
        </button>
      </Dropdown>
      {asks ? (
        <span className="import-answers">
          {line.offers.map((offer) => (
            <OfferButton
              key={`${offer.field} ${offer.value} ${offer.hint}`}
              offer={offer}
              disabled={waiting}
              take={() =>
                mending.save({ row, field: offer.field, text: offer.value, alike: alike && offer.field === line.field }, onDone)
              }
            />
          ))}
          {line.choices.map((choice) => (
            <Button key={choice.value} size="small" disabled={waiting} onClick={() => decide(choice.value)}>
              {choice.label}
            </Button>
          ))}
          {line.level === 'refuse' ? null : (
            <Button size="small" disabled={waiting} onClick={() => decide('leaveOut')}>
              不导入
            </Button>
          )}
          {line.alike > 1 ? (
            <Checkbox checked={alike} onChange={({ target }) => setAlike(target.checked)}>
              同样的 {line.alike} 行一起改
            </Checkbox>
          ) : null}
          {mended ? (
            <button
              type="button"
              className="link"
              disabled={waiting}
              onClick={() => mending.save({ row, field: line.field, text: null, alike: false }, onDone)}
            >
              恢复原值
            </button>
          ) : null}
        </span>
      ) : null}
      {others.map((field) => (
        <span className="import-other" key={field}>
          <span className="grey">{fieldTitle(field)}</span>
          <MendField id={id} cell={{ row, field }} mending={mending} name={line.name} alike={false} onDone={onDone} />
        </span>
      ))}
    </>
  );
}
