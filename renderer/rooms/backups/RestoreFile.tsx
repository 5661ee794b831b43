// Picks a backup that lies elsewhere: on a stick, in another folder.
import { Button } from 'antd';
import { useRef } from 'react';

export function RestoreFile({ disabled, onFile }: { disabled: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        从其他文件恢复
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".gridledger"
        aria-label="备份文件"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
