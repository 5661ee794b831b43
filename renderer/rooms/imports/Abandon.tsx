// Gives an unfinished import up: nothing of it has reached the roster.
import { Button } from 'antd';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import { client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';

export function Abandon({ state, disabled = false }: { state: ImportState; disabled?: boolean }) {
  const abandon = useAct(() => client.imports.abandon.mutate({ id: state.id }));
  return (
    <Button disabled={disabled} loading={abandon.isPending} onClick={() => abandon.mutate()}>
      放弃导入
    </Button>
  );
}
