// What earlier imports learned: which column of a header was what, and what words of others mean. Each can be changed, or forgotten.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { fieldTitle, type ImportField, importFields } from '../../../shared/imports/fields.ts';
import type { LearnedWord, RememberedHeader } from '../../../shared/imports/wizard.ts';
import { api, client } from '../../api.ts';
import { modal } from '../../ui/messages.ts';
import { Select } from '../../ui/Select.tsx';
import { useAct } from '../../ui/useAct.tsx';
import './tables.css';

const nameOf = ({ fileName, columns }: RememberedHeader): string =>
  fileName === '' ? `${columns.length} 列的表头` : `“${fileName}”的表头`;

export function RememberedHeaders() {
  const { data: headers = [] } = useQuery(api.imports.remembered.queryOptions());
  const { data: words = [] } = useQuery(api.imports.learnedWords.queryOptions());
  const forget = useAct((word: LearnedWord) => client.imports.forgetWord.mutate({ field: word.field, word: word.word }));
  return (
    <>
      {headers.length === 0 ? null : (
        <section className="import-remembered" aria-label="记住的列对应">
          <h2>记住的列对应</h2>
          <p className="grey small">同样的表头再导入时，各列照这里的对应，不用再选。</p>
          {headers.map((header) => (
            <Remembered key={header.signature} header={header} />
          ))}
        </section>
      )}
      {words.length === 0 ? null : (
        <section className="import-remembered" aria-label="记住的叫法">
          <h2>记住的叫法</h2>
          <p className="grey small">文件里再这样写时，会先提示是台账中的哪一个，由您确认。</p>
          <table>
            <tbody>
              {words.map((word) => (
                <tr key={`${word.field} ${word.word}`}>
                  <th scope="row">
                    <span className="grey">{fieldTitle(word.field)}</span>　“{word.word}”
                  </th>
                  <td>是“{word.ours}”</td>
                  <td>
                    <Button type="link" aria-label={`不再记住“${word.word}”`} onClick={() => forget.mutate(word)}>
                      不再记住
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Remembered({ header }: { header: RememberedHeader }) {
  const { signature, columns, day } = header;
  const change = useAct((fields: (ImportField | null)[] | null) =>
    client.imports.changeRemembered.mutate({ signature, columns: fields }),
  );
  const fields = columns.map(({ field }) => field);
  const setField = (at: number, field: ImportField | null) =>
    // A field belongs to one column: taking it for this one leaves the other out.
    change.mutate(fields.map((own, index) => (index === at ? field : own === field ? null : own)));
  const forget = () =>
    modal.confirm({
      title: `不再记住${nameOf(header)}？`,
      content: '下次导入这种表头的文件，要重新核对各列的对应。已经导入的数据不受影响。',
      okText: '不再记住',
      cancelText: '留着',
      onOk: () => change.mutate(null),
    });
  return (
    <details>
      <summary>
        {nameOf(header)}
        <span className="grey">
          　{fields.filter((field) => field !== null).length} 列已对应{day === '' ? '' : `，${day} 用过`}
        </span>
      </summary>
      <table>
        <tbody>
          {columns.map(({ title, field }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
            <tr key={index}>
              <th scope="row">{title || <span className="grey">第 {index + 1} 列</span>}</th>
              <td>
                <Select<ImportField | ''>
                  aria-label={`${title || `第 ${index + 1} 列`}导入为`}
                  value={field ?? ''}
                  style={{ width: 200 }}
                  showSearch={{ optionFilterProp: 'label' }}
                  disabled={change.isPending}
                  onChange={(chosen) => setField(index, chosen === '' ? null : chosen)}
                  options={[
                    { value: '', label: '不导入' },
                    ...importFields.map((own) => ({ value: own, label: fieldTitle(own) })),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={forget}>不再记住</Button>
    </details>
  );
}
