// A list screen, whatever it lists: head, filters, table, foot, and what stands beside it. The room says what is its own: filters,
// columns, acts and rail; finding, sorting, choosing columns, selecting, copying, exporting and printing come with it.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { beside } from '../../../shared/rules/text.ts';
import { client } from '../../api.ts';
import { type Act, type Offer, offeredOf } from '../act.ts';
import { ActBar } from '../ActBar.tsx';
import { useOffered } from '../offered.ts';
import { Empty, PageBody } from '../Page.tsx';
import { isFiltered, narrowedTo, satisfiedBy } from './filter.ts';
import { FilterBar } from './FilterBar.tsx';
import { ListHead, type Primary } from './ListHead.tsx';
import { ListTable } from './ListTable.tsx';
import { sortingOf } from './question.ts';
import type { ListPage } from './useList.ts';
import type { ListSearch, ListState } from './useListScreen.ts';
import { useSelectionActs } from './useSelectionActs.ts';
import { useSheet } from '../sheet/useSheet.tsx';

export type ListScreenProps<
  Search extends ListSearch,
  Question,
  Row extends { id: number },
  Answer extends ListPage<Row>,
  Form extends string,
> = {
  screen: ListState<Search, Question, Row, Answer, Form>;
  title: string;
  /** Figures beside the title. */
  sub?: ReactNode;
  /** What is listed and how it is counted: 网格 162 个. */
  noun: string;
  unit: string;
  /** Buttons of the head that fold first, and the primary one. */
  headActs?: readonly Offer[];
  primary?: Primary;
  /** Before the filters: which of several lists this is. */
  lead?: ReactNode;
  /** Below the filters: that a past day is shown. */
  notice?: ReactNode;
  acts?: readonly Act<Row>[];
  /** What stands beside the list while a row is open or a new one is added. */
  rail: ReactNode;
  /** What the rail is called where it is folded; 明细 unless said otherwise. */
  railTab?: string;
  /** What stands where there are no rows at all: the one next step. */
  nothing: ReactNode;
  /** Where 打印 alone would mean something else than the list: 清单. */
  sheetNoun?: string;
  /** What else of the screen a sheet must say: 尺寸 A4. */
  said?: string;
};

export function ListScreen<
  Search extends ListSearch,
  Question,
  Row extends { id: number },
  Answer extends ListPage<Row>,
  Form extends string,
>(props: ListScreenProps<Search, Question, Row, Answer, Form>) {
  const {
    screen,
    title,
    sub,
    noun,
    unit,
    headActs = [],
    primary,
    lead,
    notice,
    acts = [],
    rail,
    railTab,
    nothing,
    sheetNoun = '',
    said = '',
  } = props;
  const { filters, filterList, change, clear, list, columns, openId, adding, filling } = screen;
  const { selected } = list;
  const isRailed = adding || openId !== undefined;
  const filtered = isFiltered(filterList, filters);
  const chosen = selected.size > 0 ? `所选 ${selected.size} ${unit}` : '';
  const sheet = useSheet(
    (format) =>
      client.lists.start.mutate({
        list: screen.name,
        question: screen.question,
        columns: (columns.shown ?? []).map(({ key }) => key),
        ids: selected.size > 0 ? [...selected] : null,
        format,
        narrowed: [said, narrowedTo(filterList, filters)].filter(Boolean).join('、'),
      }),
    {
      name: noun,
      words: beside(sheetNoun, chosen || (list.total === undefined ? '' : `${list.total} ${unit}`)),
      short: beside(sheetNoun, selected.size > 0 ? '所选' : ''),
      count: selected.size || (list.total ?? 0),
      shown: list.fresh,
      hindrance: list.error ? '名单没有打开' : undefined,
      otherPrint: sheetNoun !== '',
    },
  );
  const selectionActs = useSelectionActs(acts, list);
  useOffered(offeredOf(selectionActs, chosen));
  useOffered(offeredOf(sheet.offers, noun));

  const empty = (): ReactNode => {
    const satisfied = satisfiedBy(filterList, filters);
    if (satisfied !== undefined) return <Empty title={satisfied} />;
    if (!filtered) return nothing;
    return (
      <Empty title={`没有符合条件的${noun}`}>
        <p className="grey">{narrowedTo(filterList, filters)}</p>
        <Button onClick={clear}>清除条件</Button>
      </Empty>
    );
  };
  return (
    <>
      <ListHead title={title} sub={sub} acts={headActs} sheet={sheet.offers} primary={primary} filling={filling} />
      <FilterBar
        filters={filterList}
        search={filters}
        change={(patch) => change(patch as Parameters<typeof change>[0])}
        clear={clear}
        columns={columns}
        lead={lead}
      />
      {notice}
      <PageBody rail={isRailed ? rail : undefined} tab={railTab} fold={screen.fold}>
        <ListTable
          label={`${noun}列表`}
          unit={unit}
          list={list}
          columns={columns}
          sorting={sortingOf(filters)}
          onSort={(sorting) => change({ sort: sorting?.by, descending: sorting?.descending ? 1 : undefined } as typeof filters)}
          openId={openId ?? null}
          openRow={screen.openRow}
          onOpen={(row) => {
            screen.open(row.id);
            screen.fold.unfold();
          }}
          onFollow={openId !== undefined && !filling ? (row) => screen.follow(row.id) : undefined}
          isRailed={isRailed}
          acts={acts}
          selectionActs={<ActBar offers={selectionActs} />}
          empty={empty()}
          aboveFoot={sheet.line}
        />
      </PageBody>
    </>
  );
}
