// What every step of the wizard shares: its props, the line of steps, and the file's name as the head says it.
import { Steps } from 'antd';
import type { ImportState, ImportStep } from '../../../shared/imports/wizard.ts';
import type { RunningJob } from '../../ui/useJob.ts';

export type StepProps = { state: ImportState; job: RunningJob };

const steps: readonly ImportStep[] = ['file', 'header', 'columns', 'preview', 'result'];
const items = ['选择文件', '识别表头', '对应列', '预览', '写入结果'].map((title) => ({ title }));

export const StepLine = ({ at }: { at: ImportStep }) => (
  <div className="import-steps">
    <Steps size="small" current={at === 'result' ? steps.length : steps.indexOf(at)} items={items} />
  </div>
);

/** The file, and the sheet where it has several, or how many tables of it are read: 花名册.xls 工作表“花名册”. */
export function fileWords(state: ImportState): string {
  const sheet = state.sheets[state.sheet]?.name ?? '';
  const read = state.tables.filter(({ chosen }) => chosen).length;
  if (read > 1) return `${state.fileName}　${read} 张表`;
  return state.sheets.length > 1 || sheet !== 'CSV' ? `${state.fileName}　工作表“${sheet}”` : state.fileName;
}
