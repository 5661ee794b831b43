// The head of a list screen: what it is, its figures, its buttons, the primary one last at the right edge. What finds no room
// stands behind “更多”; the primary one, 导出 and 打印 always stay.
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { hintOf, type Offer } from '../act.ts';
import { useMeasures } from '../useMeasures.ts';
import { fitting, useWidth, widthOf } from '../useWidth.ts';

export type Primary = Offer & { /** Gives way to the primary button of a form that is open. */ yields?: boolean };

const gap = 8;
const edge = 16;
const padding = 30;
const more = '更多';

const buttonWidth = (scale: number) => (offer: { words: string }) => widthOf(offer.words, scale) + padding;

const HeadButton = ({ offer, primary = false }: { offer: Offer; primary?: boolean }) => (
  <Button
    type={primary ? 'primary' : 'default'}
    disabled={offer.hindrance !== undefined}
    title={hintOf(offer)}
    onClick={offer.run}
  >
    {offer.words}
  </Button>
);

export function ListHead(props: {
  title: string;
  sub: ReactNode;
  /** Fold where there is no room. */
  acts: readonly Offer[];
  /** 导出, 打印. */
  sheet: readonly Offer[];
  primary: Primary | undefined;
  /** A form beside the list has the primary button. */
  filling: boolean;
}) {
  const { title, sub, acts, sheet, primary, filling } = props;
  const [head, width] = useWidth<HTMLDivElement>();
  const [figures, figuresWidth = 0] = useWidth<HTMLSpanElement>();
  const { scale } = useMeasures();
  const widthOfButton = buttonWidth(scale);
  const kept = [...sheet, ...(primary ? [primary] : [])];
  const taken =
    2 * edge +
    (widthOf(title, scale) * 4) / 3 +
    2 * gap +
    figuresWidth +
    kept.reduce((sum, offer) => sum + widthOfButton(offer) + gap, 0);
  const fold = widthOf(more, scale) + padding + 20 + gap;
  const fits = fitting(acts.map(widthOfButton), gap, (width ?? 0) - taken, fold);
  const folded = acts.slice(fits);
  return (
    <div className="head" ref={head}>
      <h1>{title}</h1>
      <span className="sub">
        <span className="figures" ref={figures}>
          {sub}
        </span>
      </span>
      <div className="acts">
        {acts.slice(0, fits).map((offer) => (
          <HeadButton key={offer.name} offer={offer} />
        ))}
        {folded.length > 0 ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: folded.map(({ name, words, hindrance }) => ({ key: name, label: words, disabled: hindrance !== undefined })),
              onClick: ({ key }) => folded.find(({ name }) => name === key)?.run(),
            }}
          >
            <Button icon={<DownOutlined />} iconPlacement="end">
              {more}
            </Button>
          </Dropdown>
        ) : null}
        {sheet.map((offer) => (
          <HeadButton key={offer.name} offer={offer} />
        ))}
        {primary ? <HeadButton offer={primary} primary={!(primary.yields && filling)} /> : null}
      </div>
    </div>
  );
}
