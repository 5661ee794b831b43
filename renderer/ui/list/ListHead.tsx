// The head of a list screen: what it is, its figures, its buttons, the primary one last at the right edge. What finds no room
// stands behind “更多”: first the screen's own acts, then 导出 and 打印, once their short words are too long too. The primary one
// and the figures stay.
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
  const widthOfAll = (offers: readonly Offer[]) => offers.reduce((sum, offer) => sum + widthOfButton(offer) + gap, 0);
  const fold = widthOf(more, scale) + padding + 20 + gap;
  const left =
    (width ?? 0) - 2 * edge - (widthOf(title, scale) * 4) / 3 - 2 * gap - figuresWidth - widthOfAll(primary ? [primary] : []);
  const shortSheet = sheet.map((offer) => ({ ...offer, words: offer.short ?? offer.words }));
  const leastFold = acts.length > 0 ? fold : 0;
  const shownSheet = [sheet, shortSheet].find((offers) => widthOfAll(offers) + leastFold <= left) ?? [];
  const unshown = shownSheet.length === 0 ? sheet : [];
  const fits = unshown.length > 0 ? 0 : fitting(acts.map(widthOfButton), gap, left - widthOfAll(shownSheet), fold);
  const folded = [...acts.slice(fits), ...unshown];
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
        {shownSheet.map((offer) => (
          <HeadButton key={offer.name} offer={offer} />
        ))}
        {primary ? <HeadButton offer={primary} primary={!(primary.yields && filling)} /> : null}
      </div>
    </div>
  );
}
