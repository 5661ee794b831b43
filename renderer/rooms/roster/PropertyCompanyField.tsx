// 物业公司: one of those the office knows, or a new one, added on the spot by its name.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { api, client } from '../../api.ts';
import { PickField } from '../../ui/fields/PickField.tsx';
import type { Choice } from '../../ui/fields/picks.ts';
import { useAct } from '../../ui/useAct.tsx';

function Add({ name, onAdded }: { name: string; onAdded: (company: Choice) => void }) {
  const add = useAct(
    () => client.roster.propertyCompanies.add.mutate({ name }),
    ({ id }) => onAdded({ value: id, label: name }),
  );
  return (
    <Button block loading={add.isPending} onMouseDown={(event) => event.preventDefault()} onClick={() => add.mutate(undefined)}>
      新增物业公司“{name}”
    </Button>
  );
}

const offerNew = (words: string, take: (company: Choice) => void): ReactNode =>
  words === '' ? '还没有物业公司，输入名称可新增' : <Add name={words} onAdded={take} />;

export function PropertyCompanyField() {
  const { data } = useQuery(api.roster.propertyCompanies.list.queryOptions());
  return (
    <PickField<number>
      name="propertyCompanyId"
      label="物业公司"
      wide
      from={{ list: data?.map(({ id, name }) => ({ value: id, label: name })) }}
      notFound={offerNew}
    />
  );
}
