// 物业公司: one of those the office knows, or a new one, added on the spot by its name.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { api, client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';

export function PropertyCompanyField({ onAdded }: { onAdded: (id: number) => void }) {
  const { data } = useQuery(api.roster.propertyCompanies.list.queryOptions());
  const [typed, setTyped] = useState('');
  const add = useAct(
    (name: string) => client.roster.propertyCompanies.add.mutate({ name }),
    ({ id }) => onAdded(id),
  );
  return (
    <Form.Item name="propertyCompanyId" label="物业公司" className="wide">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label', onSearch: (text) => setTyped(text.trim()) }}
        options={(data ?? []).map((company) => ({ value: company.id, label: company.name }))}
        notFoundContent={
          typed === '' ? (
            '还没有物业公司，输入名称可新增'
          ) : (
            <Button block onMouseDown={(event) => event.preventDefault()} onClick={() => add.mutate(typed)}>
              新增物业公司“{typed}”
            </Button>
          )
        }
      />
    </Form.Item>
  );
}
