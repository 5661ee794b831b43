// The rows behind a ListTable: asked for by hundreds as they come into view, kept on screen until the next answer is there, with
// the selection that goes with them. 16,200 rows cost what a screenful costs.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { queryClient } from '../../api.ts';
import { useSelection } from './useSelection.ts';

export type ListPage<Row> = { rows: readonly Row[]; total: number };

const pageSize = 100;
/** How many rows one question may bring when everything is wanted: copying, selecting all. */
const bulkSize = 500;

export type List<Row, Answer = ListPage<Row>> = {
  /** The newest answer of any page, for the counts that came along; undefined until the first one. */
  answer: Answer | undefined;
  total: number | undefined;
  rowAt: (index: number) => Row | undefined;
  /** Where a row stands, if it is among those around the last look. */
  indexOf: (id: number) => number | undefined;
  /** True once the present question is answered; before that the rows are those of the last one. */
  fresh: boolean;
  /** The id of every row of the question, where that is quicker to tell than the rows. */
  allIds?: () => Promise<readonly number[]>;
  /** Every row of the question, asked for in bulk. */
  all: () => Promise<Row[]>;
  /** The ticked ones. Rejects where some of them are gone. */
  ticked: () => Promise<Row[]>;
  error: unknown;
  /** Changes when another question is asked. */
  key: string;
  look: (first: number, last: number) => void;
  selected: ReadonlySet<number>;
  select: (ids: ReadonlySet<number>) => void;
};

export function useList<Question, Answer extends ListPage<{ id: number }>>(options: {
  name: string;
  question: Question;
  read: (question: Question, offset: number, limit: number) => Promise<Answer>;
  readIds?: (question: Question) => Promise<readonly number[]>;
  /** False while the question is not known yet. */
  ready?: boolean;
}): List<Answer['rows'][number], Answer> {
  type Row = Answer['rows'][number];
  const { name, question, read, readIds, ready = true } = options;
  const key = JSON.stringify(question);
  const [span, setSpan] = useState({ first: 0, last: 30 });
  const pages = useMemo(() => {
    const from = Math.floor(span.first / pageSize);
    return Array.from({ length: Math.floor(span.last / pageSize) - from + 1 }, (_, index) => from + index);
  }, [span]);
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['list', name, key, page],
      queryFn: () => read(question, page * pageSize, pageSize),
      enabled: ready,
    })),
  });
  const answer = results.find((result) => result.data)?.data;
  // Until the new question is answered, what the last one brought stays on the screen.
  const [answered, setAnswered] = useState(key);
  if (answer && answered !== key) setAnswered(key);
  const pageOf = (page: number): Answer | undefined =>
    answer ? results[pages.indexOf(page)]?.data : queryClient.getQueryData<Answer>(['list', name, answered, page]);
  const shown = answer ?? pageOf(pages[0] ?? 0) ?? pageOf(0);

  const { selected, select } = useSelection(question);
  const look = useCallback((first: number, last: number) => setSpan({ first, last }), [setSpan]);

  const all = async (): Promise<Row[]> => {
    const rows: Row[] = [];
    for (;;) {
      const offset = rows.length;
      // oxlint-disable-next-line no-await-in-loop -- each question starts where the last answer ended
      const page = await queryClient.fetchQuery({
        queryKey: ['list', name, key, 'bulk', offset],
        queryFn: () => read(question, offset, bulkSize),
        gcTime: 0,
      });
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) return rows;
    }
  };

  const ticked = async (): Promise<Row[]> => {
    const rows = (await all()).filter(({ id }) => selected.has(id));
    const gone = selected.size - rows.length;
    if (gone > 0)
      throw new Error(
        `勾选的 ${selected.size} 行里有 ${gone} 行已不在名单里（可能被删除、撤销，或不再符合条件）。请取消选择后重新勾选。`,
      );
    return rows;
  };

  return {
    answer: shown,
    total: shown?.total,
    rowAt: (index) => pageOf(Math.floor(index / pageSize))?.rows[index % pageSize],
    indexOf(id) {
      for (const page of pages) {
        const at = pageOf(page)?.rows.findIndex((row) => row.id === id) ?? -1;
        if (at >= 0) return page * pageSize + at;
      }
      return undefined;
    },
    fresh: shown !== undefined && (answer !== undefined || answered === key),
    all,
    ticked,
    ...(readIds ? { allIds: () => readIds(question) } : {}),
    error: answer ? null : (results.find((result) => result.error)?.error ?? null),
    key,
    look,
    selected,
    select,
  };
}
