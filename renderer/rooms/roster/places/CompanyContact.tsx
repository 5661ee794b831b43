// 物业负责人 and 物业电话: the chosen company's own, the same at each of its compounds. Each company has its own pair in the form,
// so that choosing another never carries one's telephone over to the other.
import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Input } from 'antd';
import { fieldSchema } from '../../../../shared/kit/formSchema.ts';
import { propertyCompanyFields } from '../../../../shared/roster/placeFields.ts';
import { api, client } from '../../../api.ts';
import { schemaRule } from '../../../ui/fields/schemaRule.ts';

type Contact = { contact?: string | null; phone?: string | null };
export type CompanyValues = { propertyCompanyId?: number | null; companies?: Record<string, Contact> };

const blank = (text: string | null | undefined): string | null => text?.trim() || null;

const asked = [
  { key: 'contact', label: '物业负责人' },
  { key: 'phone', label: '物业电话' },
] as const;

export function CompanyContact({ form }: { form: FormInstance }) {
  const { data: companies } = useQuery(api.roster.propertyCompanies.list.queryOptions());
  const chosen: unknown = Form.useWatch('propertyCompanyId', form);
  const company = companies?.find(({ id }) => id === chosen);
  if (!company)
    return asked.map(({ key, label }) => (
      <Form.Item key={key} label={label}>
        <Input disabled aria-label={label} placeholder="先选物业公司" />
      </Form.Item>
    ));
  return (
    <>
      {asked.map(({ key, label }) => (
        <Form.Item
          key={`${company.id}:${key}`}
          name={['companies', `${company.id}`, key]}
          label={label}
          initialValue={company[key]}
          rules={[schemaRule(fieldSchema(propertyCompanyFields[key]))]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      ))}
      <p className="wide company-hint">同一物业公司的其他小区一起更新</p>
    </>
  );
}

/** Saves what was changed of the chosen company; nothing when nothing was. */
export async function saveCompanyContact({ propertyCompanyId, companies }: CompanyValues): Promise<void> {
  const typed = companies?.[`${propertyCompanyId}`];
  if (!typed) return;
  const known = await client.roster.propertyCompanies.list.query();
  const company = known.find(({ id }) => id === propertyCompanyId);
  const [contact, phone] = [blank(typed.contact), blank(typed.phone)];
  if (!company || (contact === company.contact && phone === company.phone)) return;
  await client.roster.propertyCompanies.save.mutate({ id: company.id, row: { contact, phone } });
}
