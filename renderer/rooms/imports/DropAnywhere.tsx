// A roster dropped on any screen goes to the wizard; the wizard itself and the photos take their own files.
import { useNavigate } from '@tanstack/react-router';
import { useDrop } from '../../ui/useDrop.ts';
import { DropHint } from './DropHint.tsx';
import { handOver } from './handOver.ts';
import { message } from '../../ui/messages.ts';

export function DropAnywhere() {
  const navigate = useNavigate();
  const over = useDrop((file) => {
    if (!/\.(xlsx?|csv)$/i.test(file.name)) {
      message.warning(`“${file.name}”不是花名册文件。可以拖入 .xls、.xlsx 或 .csv；照片请拖到“批量上传照片”里。`, 6);
      return;
    }
    handOver(file);
    void navigate({ to: '/imports' });
  });
  return over ? <DropHint /> : null;
}
