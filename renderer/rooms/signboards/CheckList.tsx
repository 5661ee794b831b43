// Every board that lacks something, grouped by what becomes of it, each problem with its remedy.
import { type BoardProblem, type BoardRow, isPrintable, problemText, problemWeight } from '../../../shared/signboards.ts';
import { State } from '../../ui/State.tsx';
import { Mend } from './Mend.tsx';

const dots = { block: 'bad', ask: 'warn', note: 'off' } as const;

function Group({ title, note, lines }: { title: string; note: string; lines: { row: BoardRow; problems: BoardProblem[] }[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="boards-group">
      <h2>
        {title} {lines.length} 块<span className="grey">{note}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">网格</th>
            <th scope="col">网格员</th>
            <th scope="col">问题</th>
            <th scope="col">怎样处理</th>
          </tr>
        </thead>
        {lines.map(({ row, problems }) => (
          <tbody key={row.id}>
            {problems.map((problem, index) => (
              <tr key={problem.kind}>
                {index === 0 ? (
                  <>
                    <th scope="row" rowSpan={problems.length}>
                      {row.gridName}
                      <span className="grey small">{row.place}</span>
                    </th>
                    <td rowSpan={problems.length}>{row.worker || <span className="grey">空缺</span>}</td>
                  </>
                ) : null}
                <td>
                  <State kind={dots[problemWeight[problem.kind]]}>{problemText(problem)}</State>
                </td>
                <td>
                  <Mend problem={problem} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

export function CheckList({ rows, acceptLowPpi, checked }: { rows: BoardRow[]; acceptLowPpi: boolean; checked: boolean }) {
  const held = rows.filter(({ problems }) => !isPrintable(problems, acceptLowPpi));
  const noted = rows.filter(({ problems }) => problems.length > 0 && isPrintable(problems, acceptLowPpi));
  return (
    <div className="boards-check" aria-busy={!checked}>
      <Group title="不打印" note="先补齐" lines={held.map((row) => ({ row, problems: row.problems }))} />
      <Group title="照常打印" note="请留意" lines={noted.map((row) => ({ row, problems: row.problems }))} />
      {checked && held.length + noted.length === 0 ? (
        <p className="boards-well">
          <State kind="ok">{rows.length} 块指示牌的照片、手机号码、用字和版面都合格。</State>
        </p>
      ) : null}
    </div>
  );
}
