// How sharp a photo prints on boards of each size, in words: resolutions say nothing to an office.
import { isSharp } from '../../../shared/photoSharpness.ts';
import { boardSizeNames, boardSizes } from '../../../shared/boardSizes.ts';
import { State } from '../../ui/State.tsx';

/** `width` is the stored photo's, in pixels. */
export const Sharpness = ({ width }: { width: number }) => (
  <table className="sharpness">
    <caption className="grey">印在指示牌上的清晰度</caption>
    <tbody>
      {boardSizeNames.map((name) => (
        <tr key={name}>
          <th scope="row">{boardSizes[name].label}</th>
          <td>{isSharp(width, boardSizes[name]) ? <State kind="ok">清晰</State> : <State kind="warn">偏小，略有模糊</State>}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
