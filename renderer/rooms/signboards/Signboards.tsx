// 指示牌: the grids and whether their boards can be printed, the board itself beside them; from here to the check and the print.
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { kindWords } from '../../../shared/roster/words.ts';
import { type BoardRow } from '../../../shared/signboards.ts';
import { type BoardSizeName, boardSizeNames, boardSizes } from '../../../shared/boardSizes.ts';
import { client, told } from '../../api.ts';
import type { Act } from '../../ui/act.ts';
import { choicesOf } from '../../ui/choicesOf.ts';
import { idsIn } from '../../ui/linkAtoms.ts';
import type { Filter } from '../../ui/list/filter.ts';
import { ListScreen } from '../../ui/list/ListScreen.tsx';
import { useListScreen } from '../../ui/list/useListScreen.ts';
import { Empty } from '../../ui/Page.tsx';
import { message } from '../../ui/messages.ts';
import { useLeft } from '../../ui/useLeft.ts';
import { useOnceShown } from '../../ui/useOnceShown.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useAddress } from '../../ui/useAddress.ts';
import { useBranchChoices } from '../roster/sources.ts';
import { boardColumns } from './boardColumns.tsx';
import { BoardRail } from './BoardRail.tsx';
import { CheckAndPrint } from './CheckAndPrint.tsx';
import { type SignboardsSearch, signboardsLink } from './links.ts';
import './signboards.css';

const sizeChoices = boardSizeNames.map((name) => ({ value: name, label: boardSizes[name].label }));
const columnsOf = Object.fromEntries(boardSizeNames.map((name) => [name, boardColumns(name)])) as Record<
  BoardSizeName,
  ReturnType<typeof boardColumns>
>;

const sizeOf = ({ size = 'a4' }: SignboardsSearch): BoardSizeName => size;

function useBoardFilters(): readonly Filter<SignboardsSearch>[] {
  const branches = useBranchChoices();
  return [
    { kind: 'link', key: 'grids', words: (grids) => `选定的 ${idsIn(grids).length} 个网格` },
    { kind: 'choice', key: 'branch', label: '社区总支', width: 150, choices: branches },
    { kind: 'choice', key: 'kind', label: '类别', width: 112, choices: choicesOf(kindWords) },
    { kind: 'choice', key: 'show', label: '显示', width: 130, choices: choicesOf({ printable: '可打印', held: '待处理' }) },
    { kind: 'search', key: 'search', placeholder: '网格、姓名、拼音', width: 210 },
  ];
}

function Sub({ counts, showHeld }: { counts: { all: number; printable: number; held: number }; showHeld: () => void }) {
  return (
    <>
      {counts.all} 个网格：可打印 {counts.printable}
      {counts.held > 0 ? (
        <>
          ，
          <button type="button" className="link red" onClick={showHeld}>
            待处理 {counts.held}
          </button>
        </>
      ) : null}
    </>
  );
}

export function Signboards() {
  const search = useAddress('/signboards');
  const navigate = useNavigate();
  const screen = useListScreen({
    name: 'signboards',
    search,
    go: (next) => void navigate({ ...signboardsLink(next), replace: true }),
    filters: useBoardFilters(),
    habits: ['size'],
    columns: (filters) => columnsOf[sizeOf(filters)],
    question: (filters) => {
      const { branch, kind, show, search: text, grids } = filters;
      return { size: sizeOf(filters), branch, kind, show, search: text, grids: grids === undefined ? undefined : idsIn(grids) };
    },
    read: (question, offset, limit) => client.signboards.list.query({ ...question, offset, limit }),
    opensFirst: true,
  });
  const { filters, list, openRow } = screen;
  const size = sizeOf(filters);
  const [checking, setChecking] = useState<number[] | null>(null);
  const total = list.total ?? 0;
  const counts = list.answer?.counts;
  const chosen = list.selected.size || total;
  // All ticked is as good as none; of some, the check tells which can be printed.
  const count = chosen < total ? chosen : filters.show === 'held' ? 0 : (counts?.printable ?? 0);
  /** Of the grids that a link named; where other filters stand, nobody can tell. */
  const { grids, branch, kind, show, search: text } = filters;
  const narrowed = [branch, kind, show, text].some((filter) => filter !== undefined);
  const gone = grids === undefined || narrowed || !list.fresh ? 0 : idsIn(grids).length - (counts?.all ?? 0);
  /** Of which question the list is by now. */
  const present = useRef(list.key);
  useEffect(() => {
    present.current = list.key;
  });
  const left = useLeft();
  const refuse = (why: string) => message.info(`没有打印：${why}`, 6);
  const begin = async (): Promise<void> => {
    try {
      const asked = list.key;
      const ids = list.selected.size > 0 ? [...list.selected] : (await list.all()).map(({ id }) => id);
      if (left.current) refuse('已离开指示牌');
      else if (present.current === asked) setChecking(ids);
      else refuse('名单的条件变了');
    } catch (error) {
      message.error(told(error), 8);
    }
  };
  const once = useOnceShown<'print'>({
    subject: '指示牌',
    shown: list.fresh,
    hindrance: list.error ? '名单没有打开' : list.fresh && chosen === 0 ? '没有网格' : undefined,
    go: () => void begin(),
    refused: (_, why) => refuse(why),
  });
  // The boards, not the list of them.
  useShortcut('Ctrl+P', () => void once.ask('print'), { enabled: checking === null });
  useShortcut('Escape', once.giveUp, { enabled: once.waiting !== null });
  if (checking) return <CheckAndPrint gridIds={checking} size={size} back={() => setChecking(null)} />;

  const acts: readonly Act<BoardRow>[] = [
    { name: 'print', words: '只打印这一块', also: 'zdyzyk', right: 'signboards', run: ({ id }) => setChecking([id]) },
  ];
  const imports = () => void navigate({ to: '/imports' });
  return (
    <ListScreen
      screen={screen}
      title="指示牌"
      sub={counts ? <Sub counts={counts} showHeld={() => screen.change({ show: 'held' })} /> : null}
      noun="指示牌"
      unit="块"
      sheetNoun="清单"
      said={`尺寸 ${boardSizes[size].label}`}
      headActs={[
        { name: 'content', words: '指示牌内容', run: () => void navigate({ to: '/settings', search: { tab: 'board' } }) },
      ]}
      primary={{
        name: 'print',
        words:
          counts === undefined
            ? '打印指示牌'
            : list.selected.size > 0 || (count === 0 && chosen > 0)
              ? `检查 ${chosen} 块指示牌`
              : `打印 ${count} 块指示牌`,
        shortcut: 'Ctrl+P',
        hindrance: once.hindrance ?? (once.waiting ? '正在等名单显示出来，按 Esc 取消' : undefined),
        run: () => void once.ask('print'),
      }}
      notice={
        gone > 0 ? (
          <div className="list-notice" role="status">
            选定的网格里有 {gone} 个已停用或不存在，没有指示牌
          </div>
        ) : null
      }
      lead={
        <Segmented<BoardSizeName>
          aria-label="尺寸"
          options={sizeChoices}
          value={size}
          onChange={(next) => screen.change({ size: next })}
        />
      }
      acts={acts}
      rail={
        openRow ? (
          <BoardRail row={openRow} sizeName={size} previous={screen.previous} next={screen.next} acts={acts} />
        ) : undefined
      }
      railTab="预览"
      nothing={
        <Empty title="还没有网格，有了网格和网格员就能印指示牌">
          <Button onClick={imports}>从 Excel 导入花名册</Button>
        </Empty>
      }
    />
  );
}
