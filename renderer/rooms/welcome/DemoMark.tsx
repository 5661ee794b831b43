// What marks a demo office in the frame, and the way from it to a real one.
import { client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { State } from '../../ui/State.tsx';
import './welcome.css';
import { modal } from '../../ui/messages.ts';

export function DemoMark() {
  const leave = useAct(async () => {
    await client.welcome.leaveDemo.mutate();
    window.location.assign('/');
  });
  const ask = (): void => {
    modal.confirm({
      title: '换下示范数据，建立正式台账？',
      content: '示范数据连同在里面做的改动会整个换下，原样存放在数据文件夹的“换下的数据”里，不会删除。接着回到“建立台账”。',
      okText: '换下示范数据',
      cancelText: '继续看示范',
      onOk: () => leave.mutateAsync(undefined),
    });
  };
  return (
    <span className="demo-mark">
      <State kind="warn">示范数据</State>
      <button type="button" className="link" onClick={ask}>
        换成正式台账
      </button>
    </span>
  );
}
