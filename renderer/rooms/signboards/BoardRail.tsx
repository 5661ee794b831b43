// The rail: the board as it will be printed, in true proportion at a stated scale, what stands in its way, one board further.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type BoardProblem, type BoardRow, problemText, problemWeight } from '../../../shared/signboards.ts';
import { type BoardSizeName, boardSizes } from '../../../shared/boardSizes.ts';
import { api, told } from '../../api.ts';
import type { Act } from '../../ui/act.ts';
import { Empty } from '../../ui/Page.tsx';
import { RailActs } from '../../ui/RailActs.tsx';
import { State } from '../../ui/State.tsx';
import { BoardPreview, previewScale } from './BoardPreview.tsx';
import { Mend } from './Mend.tsx';

const room = { width: 300, height: 404 };
const dots = { block: 'bad', ask: 'warn', note: 'off' } as const;

export function BoardRail(props: {
  row: BoardRow;
  sizeName: BoardSizeName;
  previous: (() => void) | null;
  next: (() => void) | null;
  acts: readonly Act<BoardRow>[];
}) {
  const { row, sizeName, previous, next, acts } = props;
  const size = boardSizes[sizeName];
  const scale = previewScale(size, room);
  const { data, error } = useQuery(api.signboards.faces.queryOptions({ gridIds: [row.id] }));
  const face = data?.[0];
  const [unfit, setUnfit] = useState<{ id: number; fields: string[] }>({ id: 0, fields: [] });
  const problems: BoardProblem[] =
    unfit.id === row.id && unfit.fields.length > 0 ? [{ kind: 'overflow', fields: unfit.fields }, ...row.problems] : row.problems;
  return (
    <aside className="rail" aria-label="指示牌预览">
      <div className="boards-rail-head">
        <h2>预览</h2>
        <Button icon={<LeftOutlined />} disabled={!previous} onClick={previous ?? undefined}>
          上一块
        </Button>
        <Button icon={<RightOutlined />} iconPlacement="end" disabled={!next} onClick={next ?? undefined}>
          下一块
        </Button>
      </div>
      <div className="boards-rail-body">
        <div className="boards-stage" style={{ height: room.height + 2 }}>
          {face ? (
            <BoardPreview
              key={`${row.id} ${sizeName}`}
              face={face}
              size={size}
              scale={scale}
              onFitted={(fields) => setUnfit({ id: row.id, fields })}
            />
          ) : (
            error && <Empty title={told(error)} />
          )}
        </div>
        <div className="boards-scale">
          {size.label}　{size.width}×{size.height} 毫米　按 {Math.round(scale * 100)}% 显示
        </div>
        <ul className="boards-problems">
          {problems.map((problem) => (
            <li key={problem.kind}>
              <State kind={dots[problemWeight[problem.kind]]}>{problemText(problem)}</State>
              <Mend problem={problem} row={row} />
            </li>
          ))}
        </ul>
      </div>
      <div className="foot">
        <RailActs acts={acts} row={row} about={row.gridName} />
      </div>
    </aside>
  );
}
