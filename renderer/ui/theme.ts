// The one theme: the board's blue, red for what is wrong, and tints given by hand, since antd's own tints of this blue turn grey-green. What
// stands without antd takes the same from app.css, rows and widths of 大字 mode from useMeasures.ts.
import type { ThemeConfig } from 'antd';

export const colors = {
  blue: '#0B4A9E',
  red: '#C9151E',
  ink: '#16233A',
  grey: '#4D5F7C',
  placeholder: '#5F6E87',
  line: '#DDE4EE',
  edge: '#8494AB',
  pale: '#EEF4FC',
  ground: '#F6F8FB',
  changed: '#FFF6DB',
  green: '#2E8555',
  amber: '#C98A00',
} as const;

const shadow = '0 2px 10px rgba(22,35,58,.16)';

/** `large`: 大字 mode, 18 px on 28 px lines. */
export const theme = (large: boolean): ThemeConfig => {
  const fontSize = large ? 18 : 15;
  return {
    // One antd and one theme: its rules need no mark that tells them from another's.
    hashed: false,
    token: {
      colorPrimary: colors.blue,
      colorPrimaryBg: '#E1EBF8',
      colorPrimaryBgHover: '#D3E1F4',
      colorPrimaryBorder: '#9DBBE0',
      colorPrimaryBorderHover: '#6C98CF',
      colorPrimaryHover: '#2A68BD',
      colorPrimaryActive: '#083A7D',
      colorInfo: colors.blue,
      colorLink: colors.blue,
      colorLinkHover: '#2A68BD',
      colorError: colors.red,
      colorSuccess: colors.green,
      colorWarning: colors.amber,
      colorText: colors.ink,
      colorTextSecondary: colors.grey,
      colorTextTertiary: colors.grey,
      colorTextPlaceholder: colors.placeholder,
      colorTextDescription: colors.grey,
      colorTextDisabled: colors.placeholder,
      colorBorder: colors.edge,
      colorBorderSecondary: colors.line,
      colorSplit: colors.line,
      colorBgLayout: '#FFFFFF',
      fontFamily: '"Microsoft YaHei","微软雅黑","Noto Sans SC","Noto Sans CJK SC",sans-serif',
      fontSize,
      controlHeight: large ? 40 : 34,
      borderRadius: 3,
      borderRadiusLG: 3,
      borderRadiusSM: 3,
      boxShadow: shadow,
      boxShadowSecondary: shadow,
      motion: false,
      fontWeightStrong: 700,
      controlItemBgActive: colors.pale,
      controlItemBgHover: '#F4F7FB',
      controlInteractiveSize: 17,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        paddingInline: 14,
        contentFontSize: fontSize,
      },
      Table: {
        headerBg: colors.ground,
        headerColor: colors.ink,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        borderColor: colors.line,
        rowHoverBg: '#F4F7FB',
        rowSelectedBg: colors.pale,
        rowSelectedHoverBg: '#E6EFFA',
        cellPaddingBlockSM: large ? 9 : 8,
        cellPaddingInlineSM: 8,
        cellFontSizeSM: fontSize,
        selectionColumnWidth: 36,
      },
      Tabs: {
        horizontalItemGutter: 28,
        horizontalItemPadding: '9px 0 10px',
        itemColor: colors.ink,
        horizontalMargin: '0',
        titleFontSize: fontSize,
      },
      Segmented: {
        trackBg: '#E9EEF5',
        itemColor: colors.ink,
        itemSelectedBg: '#fff',
        itemSelectedColor: colors.blue,
        trackPadding: 2,
      },
    },
  };
};
