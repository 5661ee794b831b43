// 数字核对: what the ledger holds over what it should hold, with the operators between; an equation that fails turns its ＝ into a
// red ≠, and whatever doesn’t close has a line below that leads to its rows. What is compared: main/rooms/roster/figures.ts.
import { Link } from '@tanstack/react-router';
import type { Figure, Figures } from '../../../shared/roster/figures.ts';
import { State } from '../../ui/State.tsx';
import { Shortfalls } from './Shortfalls.tsx';

const difference = (by: number, unit: string): string => (by < 0 ? `少 ${-by} ${unit}` : `多 ${by} ${unit}`);

const Amount = ({ title, figure, unit }: { title: string; figure: Figure | undefined; unit: string }) => {
  const off = figure?.difference ?? 0;
  return (
    <div className={off === 0 ? 'today-figure' : 'today-figure bad'}>
      <span>{title}</span>
      <b>{figure?.actual ?? ' '}</b>
      <span>
        {figure === undefined ? ' ' : (figure.quota ?? '未设')}
        {off === 0 ? null : (
          <>
            {'　'}
            <State kind="bad">{difference(off, unit)}</State>
          </>
        )}
      </span>
    </div>
  );
};

const Operator = ({ children }: { children: string }) => <span className="today-operator">{children}</span>;
const Equals = ({ holds }: { holds: boolean }) =>
  holds ? (
    <Operator>＝</Operator>
  ) : (
    <span className="today-operator bad" role="img" aria-label="不相等">
      ≠
    </span>
  );

/** `figures` is undefined until they are read; the strip keeps its height meanwhile. */
export function Checksum({ figures }: { figures: Figures | undefined }) {
  const of = figures?.figures;
  return (
    <section className="today-sum" aria-label="数字核对">
      <div className="today-figures">
        <div className="today-figure-heads">
          <h2>数字核对</h2>
          <span>台账实有</span>
          <span>编制</span>
        </div>
        <Amount title="社区（村居）" figure={of?.communities} unit="个" />
        <Operator>＋</Operator>
        <Amount title="居民小区" figure={of?.compounds} unit="个" />
        <Equals holds={figures?.equations.placesAreGrids ?? true} />
        <Amount title="网格" figure={of?.grids} unit="个" />
        <Equals holds={figures?.equations.kindsAreGrids ?? true} />
        <Amount title="城市网格" figure={of?.urbanGrids} unit="个" />
        <Operator>＋</Operator>
        <Amount title="农村网格" figure={of?.ruralGrids} unit="个" />
        <div className="today-rule" />
        <Amount title="在岗网格员" figure={of?.workers} unit="人" />
      </div>
      {figures ? <Shortfalls figures={figures} /> : null}
      {figures && Object.values(figures.figures).every(({ quota }) => quota === null) ? (
        <div className="today-miss">
          <span className="grey">还没有填写编制，只核对数字之间是否相符。</span>
          <Link className="go" to="/settings" search={{ tab: 'quota' }}>
            填写编制
          </Link>
        </div>
      ) : null}
    </section>
  );
}
