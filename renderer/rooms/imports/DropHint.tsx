// Stands over the screen while a roster is held over it.
import './dropHint.css';

export const DropHint = () => <div className="drop-hint">松开鼠标，导入这个文件</div>;
