// How sharp a photo prints on boards of each size, in ppi, with a word where it is too little.
import { boardSizeNames, boardSizes, leastPhotoPpi, photoPpi } from '../../../shared/signboards.ts';
import { State } from '../../ui/State.tsx';

/** `width` is the stored photo's, in pixels. */
export const Sharpness = ({ width }: { width: number }) => (
  <table className="sharpness">
    <caption className="grey">印在指示牌上的清晰度</caption>
    <tbody>
      {boardSizeNames.map((name) => {
        const ppi = photoPpi(width, boardSizes[name]);
        return (
          <tr key={name}>
            <th scope="row">{boardSizes[name].label}</th>
            <td className="num">{ppi} ppi</td>
            <td>{ppi >= leastPhotoPpi ? <State kind="ok">清晰</State> : <State kind="warn">不足 {leastPhotoPpi}</State>}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
