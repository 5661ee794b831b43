// What stands over a window whose office was replaced from another one: nothing in it is true any more, and nothing it sends is
// taken. It can be put aside to read what was typed, and comes back with the next thing tried.
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { onReplaced } from '../shown.ts';

/** A window that replaced it itself begins anew before that. Milliseconds. */
const pause = 1000;

export function Replaced() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timers = new Set<number>();
    const stop = onReplaced(() => timers.add(window.setTimeout(() => setOpen(true), pause)));
    return () => {
      stop();
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, []);
  if (!open) return null;
  return (
    <Modal
      open
      width={460}
      zIndex={3000}
      title="台账已经换成另一份"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>先抄下没有保存的</Button>
          <Button type="primary" autoFocus onClick={() => window.location.assign('/')}>
            刷新
          </Button>
        </>
      }
    >
      <p>别的窗口恢复了备份，或者重新开始了台账。这个窗口里还是换之前的内容，不能再用它修改。</p>
      <p>填了还没有保存的，请先抄下来，刷新以后对照新的内容再填。</p>
    </Modal>
  );
}
