// The filters of 网格员: those of every day in the line, the rest behind 更多条件.
import { kindWords } from '../../../../shared/roster/words.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import type { Filter } from '../../../ui/list/filter.ts';
import { useToday } from '../../../ui/useToday.ts';
import type { WorkersSearch } from '../links.ts';
import type { Word } from '../../../ui/useWords.ts';
import { useDictionaries } from '../useDictionaries.ts';
import { useBranchChoices, useGridWords, usePlaceFilter } from '../sources.ts';
import { gapWords } from '../words.tsx';

const statusChoices = [
  { value: 'leaving', label: '待离岗' },
  { value: 'left', label: '已离岗' },
  { value: 'unassigned', label: '未上岗' },
  { value: 'every', label: '全部' },
] as const;

const full = (words: readonly Word[]) => words.map(({ value }) => ({ value, label: value }));

export function useWorkerFilters(search: WorkersSearch): readonly Filter<WorkersSearch>[] {
  const today = useToday();
  const words = useDictionaries();
  const branches = useBranchChoices();
  const place = usePlaceFilter('place', search.place);
  const grid = useGridWords(search.grid);
  const more = { width: 0, more: true };
  return [
    { kind: 'link', key: 'grid', words: () => grid },
    { kind: 'day', key: 'asOf', label: '统计日期', width: 200, today },
    { kind: 'choice', key: 'branch', label: '社区总支', width: 156, choices: branches },
    { kind: 'choice', key: 'source', label: '用工来源', width: 156, choices: full(words.hiringSource) },
    { kind: 'choice', key: 'status', label: '状态', width: 140, none: '在岗', narrows: true, choices: statusChoices },
    { kind: 'search', key: 'search', placeholder: '姓名、拼音、手机、身份证全号', width: 266 },
    { ...place, ...more },
    { kind: 'choice', key: 'kind', label: '网格类别', choices: choicesOf(kindWords), ...more },
    { kind: 'choice', key: 'employer', label: '管理单位', choices: full(words.employer), ...more },
    { kind: 'choice', key: 'education', label: '文化程度', choices: full(words.education), ...more },
    { kind: 'choice', key: 'politics', label: '政治面貌', choices: full(words.politics), ...more },
    { kind: 'choice', key: 'gap', label: '数据缺漏', none: '不限', choices: choicesOf(gapWords), ...more },
  ];
}
