/** The certificates that virtual servers and the console show, and when they end. */
import {html} from '/lib/htm/standalone.module.js';
import {Asked, Table, counted, useData, when} from '/components.js';

const PERIOD = 60;
const SOON = 30;

function Days({left}) {
  const tone = left < 0 ? 'bad' : left < SOON ? 'warning' : 'good';
  return html`<span class=${'state ' + tone}>${left < 0 ? `Ended ${counted(-left, 'day')} ago` : `${counted(left, 'day')} left`}</span>`;
}

const COLUMNS = [
  {title: 'Shown by', cell: used => used.user},
  {title: 'In force', cell: ({certificate}) => certificate ? html`<${Days} left=${certificate.daysLeft}/>
    <p class="quiet wrap"><time datetime=${certificate.from}>${when(certificate.from)}</time> to${' '}
    <time datetime=${certificate.until}>${when(certificate.until)}</time></p>` : '–'},
  {title: 'Subject', cell: ({certificate}) => certificate ? html`<span class="lines">${certificate.subject}</span>
    <p class="quiet wrap">by ${certificate.issuer}</p>` : '–'},
  {title: 'Names', cell: used => html`<span class="lines">${used.certificate?.names.join('\n') || '–'}</span>`},
  {title: 'File', cell: used => html`<div class="room"><code class="reason" title=${used.path}>${used.file}</code>
    ${used.problem && html`<p class="bad wrap">${used.problem}</p>`}<p class="quiet wrap">${used.renewal}</p></div>`}];

export default function Certificates() {
  const answer = useData('/certificates', {}, PERIOD);
  return html`<${Asked} of=${answer}>${all => html`<${Table} caption="Certificates, those that end first first" rows=${all}
    id=${used => used.user + used.file} columns=${COLUMNS} empty="No virtual server has a certificate: TLS is not offered."/>`}<//>`;
}
