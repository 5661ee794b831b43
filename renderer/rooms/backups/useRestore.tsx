// Bringing a backup back, from the choice to the reload: what the file holds against the present, a yes, the copying, and a
// window that begins anew.
import { useState } from 'react';
import type { Backup, OfficeFacts, RestoreSource } from '../../../shared/backups.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { client, told } from '../../api.ts';
import { askProgram } from '../../shown.ts';
import { useJob } from '../../ui/useJob.ts';
import { sizeText } from './words.ts';
import { instantText } from '../../ui/instantText.ts';
import { message, modal } from '../../ui/messages.ts';

const lastAct = ({ lastActAt }: OfficeFacts): string => (lastActAt ? instantText(lastActAt) : '没有');

/** `present` null: the office is damaged. */
function Comparison({ candidate, present }: { candidate: OfficeFacts; present: OfficeFacts | null }) {
  const rows: [string, (facts: OfficeFacts) => string][] = [
    ['单位', ({ unit }) => unit ?? '未填'],
    ...candidate.held.map(({ word, measure }): [string, (facts: OfficeFacts) => string] => [
      word,
      ({ held }) => `${held.find((other) => other.word === word)?.count ?? 0} ${measure}`,
    ]),
    ['最后一次操作', lastAct],
    ['操作记录', ({ lastAuditLine }) => `${lastAuditLine} 条`],
    ['文件大小', ({ bytes }) => sizeText(bytes)],
  ];
  return (
    <>
      <table className="comparison">
        <thead>
          <tr>
            <td />
            <th scope="col">现在</th>
            <th scope="col">这份备份</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, say]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className="grey">{present ? say(present) : '打不开'}</td>
              <td>
                <b>{say(candidate)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {present && candidate.unit !== null && present.unit !== null && candidate.unit !== present.unit ? (
        <p className="red">
          这份备份是“{candidate.unit}”的，和现在的“{present.unit}”不是同一个单位，请核对。
        </p>
      ) : null}
      <p>恢复后，备份以后所做的改动不再出现。现在的数据文件不会删除，会放到数据文件夹里的“换下的数据”。</p>
    </>
  );
}

async function hand(file: File): Promise<RestoreSource> {
  const response = await askProgram('/files/restore', { method: 'POST', body: file });
  const answer = (await response.json()) as { id?: string; message?: string };
  if (!response.ok || !answer.id) throw new Error(answer.message ?? `“${shownName(file.name)}”没有读入，请重试。`);
  return { from: 'received', id: answer.id };
}

export function useRestore() {
  const [preparing, setPreparing] = useState<string | null>(null);
  const job = useJob(() => window.location.assign('/'));

  const ask = async (title: string, what: string, source: () => RestoreSource | Promise<RestoreSource>) => {
    setPreparing(what);
    try {
      const chosen = await source();
      const { candidate, present } = await client.backups.examine.mutate(chosen);
      modal.confirm({
        title,
        width: 560,
        content: <Comparison candidate={candidate} present={present} />,
        okText: '恢复这份备份',
        okButtonProps: { danger: true },
        cancelText: '不恢复',
        onOk: () => void job.start(() => client.backups.restore.mutate(chosen)),
      });
    } catch (error) {
      message.error(told(error), 8);
    } finally {
      setPreparing(null);
    }
  };
  return {
    /** What is being read before the question is asked, in words. */
    preparing,
    job,
    fromBackup: (backup: Backup) =>
      void ask(`恢复${instantText(backup.at)}的备份？`, '正在检查备份', () => ({ from: 'folder', name: backup.name })),
    fromFile: (file: File) => void ask(`用“${shownName(file.name)}”恢复？`, '正在读入并检查文件', () => hand(file)),
  };
}
