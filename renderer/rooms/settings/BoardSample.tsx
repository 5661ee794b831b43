// A real board of the office with what is being typed on it, so that nobody has to print one to see it.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Settings } from '../../../shared/settings.ts';
import { type BoardFace } from '../../../shared/signboards.ts';
import { boardSizes } from '../../../shared/boardSizes.ts';
import { api } from '../../api.ts';
import { useToday } from '../../ui/useToday.ts';
import { BoardPreview, previewScale } from '../signboards/BoardPreview.tsx';
import '../signboards/signboards.css';

const size = boardSizes.a4;
const scale = previewScale(size, { width: 344, height: 486 });

/** For an office without grids. */
const nobody: BoardFace = {
  gridId: 0,
  street: '',
  title: '',
  place: '示例社区',
  gridName: '第一网格',
  gridCode: '',
  role: '',
  worker: null,
  area: '',
  dutiesHeading: '',
  duties: [],
  hotlineLabel: '',
  hotline: '',
  issuingUnit: '',
  qrCaption: '',
};

export function BoardSample({ values, office }: { values: Partial<Settings['board']>; office: Settings['office'] }) {
  const asOf = useToday();
  const { data: grids } = useQuery(api.roster.grids.list.queryOptions({ asOf, vacant: false, limit: 1 }));
  const gridId = grids?.rows[0]?.id;
  const { data: faces } = useQuery({
    ...api.signboards.faces.queryOptions({ gridIds: [gridId ?? 0] }),
    enabled: gridId !== undefined,
  });
  const base = faces?.[0] ?? nobody;
  const typed = useDeferredValue(JSON.stringify(values));
  const face = useMemo((): BoardFace => {
    const { roleTitle, duties, ...texts } = JSON.parse(typed) as Partial<Settings['board']>;
    return {
      ...base,
      ...texts,
      street: office.street,
      role: roleTitle ?? '',
      duties: (duties ?? []).map((duty) => ({ label: duty?.label ?? '', text: duty?.text ?? '' })),
    };
  }, [base, typed, office.street]);
  const [tooLong, setTooLong] = useState<readonly string[]>([]);
  const fitted = useCallback((fields: string[]) => setTooLong(fields), []);
  return (
    <aside className="rail board-sample" aria-label="指示牌预览">
      <BoardPreview face={face} size={size} scale={scale} onFitted={fitted} />
      <p className={tooLong.length > 0 ? 'red' : 'grey'}>
        {tooLong.length > 0
          ? `${tooLong.join('、')}太长，缩到最小也放不下，请改短`
          : `A4 指示牌，按 ${Math.round(scale * 100)}% 显示，随左边的填写变化`}
      </p>
    </aside>
  );
}
