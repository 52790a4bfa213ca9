/** The certificates that virtual servers and the console show, and when they end. */
import {html} from '/lib/htm/standalone.module.js';
import {Asked, Table, counted, useData, when} from '/components.js';

const PERIOD = 60;
const SOON = 30;

function Days({left}) {
  const tone = left < 0 ? 'bad' : left < SOON ? 'warning' : 'good';
  return html`<span class=${'state ' + tone}>${left < 0 ? `Ended ${counted(-left, 'day')} ago` : counted(left, 'day')}</span>`;
}

const COLUMNS = [
  {title: 'Shown by', cell: used => used.user},
  {title: 'Left', cell: ({certificate}) => certificate ? html`<${Days} left=${certificate.daysLeft}/>` : '–'},
  {title: 'Subject', cell: ({certificate}) => certificate ? html`<span class="reason">${certificate.subject}</span>
    <p class="quiet wrap">by ${certificate.issuer}</p>` : '–'},
  {title: 'Names', cell: used => html`<span class="reason">${used.certificate?.names.join('\n') || '–'}</span>`},
  {title: 'In force', cell: ({certificate}) => certificate ? html`<time datetime=${certificate.from}>${when(certificate.from)}</time> to${' '}
    <time datetime=${certificate.until}>${when(certificate.until)}</time>` : '–'},
  {title: 'File', cell: used => html`<code class="reason">${used.file}</code>
    ${used.problem && html`<p class="bad wrap">${used.problem}</p>`}<p class="quiet wrap">${used.renewal}</p>`}];

export default function Certificates() {
  const answer = useData('/certificates', {}, PERIOD);
  return html`<${Asked} of=${answer}>${all => html`<${Table} caption="Certificates, those that end first first" rows=${all}
    id=${used => used.user + used.file} columns=${COLUMNS} empty="No virtual server has a certificate: TLS is not offered."/>`}<//>`;
}
