// The screens' font where the machine has no Chinese one of its own: the shipped Noto Sans SC, fetched slice by slice. A Windows
// PC has 微软雅黑 and fetches nothing.

/** Chinese fonts that the theme names before and beside the shipped one. */
const installed = ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC'];

/** An installed font sets these letters otherwise than the fallback does. */
function isInstalled(family: string): boolean {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return false;
  const width = (font: string): number => {
    pen.font = `40px ${font}`;
    return pen.measureText('mmmwwwiiilll').width;
  };
  return width(`"${family}", monospace`) !== width('monospace');
}

export async function ensureScreenFont(): Promise<void> {
  if (!installed.some(isInstalled)) await import('virtual:fonts/text.css');
}
