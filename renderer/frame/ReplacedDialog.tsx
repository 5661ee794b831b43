// What stands over a window whose office was replaced from another one.
import { Button, Modal } from 'antd';

export const ReplacedDialog = ({ onPutAside }: { onPutAside: () => void }) => (
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
        <Button onClick={onPutAside}>先抄下没有保存的</Button>
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
