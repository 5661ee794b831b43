// What stands beside the list of 社区总支: one of them, or its form.
import { useQuery } from '@tanstack/react-query';
import type { BranchRow } from '../../../../shared/roster/places.ts';
import { api } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { DetailRail } from '../../../ui/DetailRail.tsx';
import type { Rail } from '../../../ui/list/useRail.ts';
import { useToday } from '../../../ui/useToday.ts';
import { BranchDetail } from './BranchDetail.tsx';
import { BranchForm } from './BranchForm.tsx';

export function BranchRail({ rail, acts }: { rail: Rail<'edit'>; acts: readonly Act<BranchRow>[] }) {
  const { openId: id, adding, form, open, close, endForm } = rail;
  const today = useToday();
  const { data: branches } = useQuery(api.roster.branches.list.queryOptions({ asOf: today }));
  if (adding) return <BranchForm key="new" branch={null} asOf={today} onClose={close} onSaved={open} />;
  const branch = branches?.find((one) => one.id === id);
  if (!branch)
    return (
      <DetailRail label="社区总支" onClose={close}>
        {branches ? (
          <p className="lost">{today} 没有这个社区总支：可能以后才启用，到那天才会列出；也可能已被删除或撤销。</p>
        ) : null}
      </DetailRail>
    );
  if (form === 'edit') return <BranchForm key={id} branch={branch} asOf={today} onClose={endForm} onSaved={open} />;
  return <BranchDetail branch={branch} acts={acts} onClose={close} />;
}
