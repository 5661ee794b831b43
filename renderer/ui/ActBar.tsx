// Buttons of acts side by side; those that find no room stand behind “更多”, and what takes something away is a red link.
import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import './actBar.css';
import { hintOf, type Offer } from './act.ts';
import { useMeasures } from './useMeasures.ts';
import { fitting, useWidth, widthOf } from './useWidth.ts';

const gap = 8;
const button = 22;
const more = 36;

export function ActBar({ offers }: { offers: readonly Offer[] }) {
  const [bar, room] = useWidth<HTMLDivElement>();
  const { scale } = useMeasures();
  const dangers = offers.filter(({ danger, hindrance }) => danger && hindrance === undefined);
  // What takes something away and can't be done says why behind “更多”, and takes no room from what can.
  const hindered = offers.filter(({ danger, hindrance }) => danger && hindrance !== undefined);
  const rest = offers.filter(({ danger }) => !danger);
  const taken = dangers.reduce((sum, { words }) => sum + widthOf(words, scale) + gap, 0);
  const fits = fitting(
    rest.map(({ words }) => widthOf(words, scale) + button),
    gap,
    (room ?? 0) - taken - (hindered.length > 0 ? more + gap : 0),
    hindered.length > 0 ? -gap : more,
  );
  const folded = [...rest.slice(fits), ...hindered];
  return (
    <div className="act-bar" ref={bar}>
      {rest.slice(0, fits).map((offer) => (
        <Button key={offer.name} disabled={offer.hindrance !== undefined} title={hintOf(offer)} onClick={offer.run}>
          {offer.words}
        </Button>
      ))}
      {folded.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="topRight"
          menu={{
            items: folded.map((offer) => ({
              key: offer.name,
              label: offer.words,
              disabled: offer.hindrance !== undefined,
              title: hintOf(offer) ?? '',
            })),
            onClick: ({ key }) => folded.find(({ name }) => name === key)?.run(),
          }}
        >
          <Button className="act-more" icon={<EllipsisOutlined />} aria-label="更多操作" title="更多操作" />
        </Dropdown>
      ) : null}
      {dangers.map((offer) => (
        <button key={offer.name} type="button" className="link danger right" title={hintOf(offer)} onClick={offer.run}>
          {offer.words}
        </button>
      ))}
    </div>
  );
}
