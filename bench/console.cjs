// The browser's half of bench/console: ADDRESS USERS-FILE PID MESSAGES QUEUES
const fs = require('fs');
const puppeteer = require('puppeteer-core');

const [address, users, pid, messages, queues] = process.argv.slice(2);
const password = fs.readFileSync(users, 'utf8').match(/^admin *= *([^,]+)/m)[1];
const ROUNDS = 5;

const memory = () => Number(fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in the page: does something, waits until what is shown is as wanted and painted, and says how long it took. */
const measured = async (action, wanted) => {
  const begin = performance.now();
  eval(action);
  while (!eval(wanted)) {
    if (performance.now() - begin > 60000) throw new Error('not within a minute: ' + wanted);
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - begin;
};

const rows = `document.querySelectorAll('#content tbody tr').length`;
const all = test => `${rows} > 0 && [...document.querySelectorAll('#content tbody tr')].every(row => row.textContent.includes(${JSON.stringify(test)}))`;
const type = (selector, value) => `{ const field = document.querySelector(${JSON.stringify(selector)});
  field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', {bubbles: true})); field.dispatchEvent(new Event('change', {bubbles: true})); }`;
const submit = `document.querySelector('form[aria-label="Which messages"]').requestSubmit();`;

async function loaded(page) {
  for (const end = Date.now() + 600000; Date.now() < end;) {
    const {there, waiting} = await page.evaluate(async () => {
      const all = await (await fetch('/api/v1/queues')).json();
      const links = all.filter(queue => queue.name.startsWith('smtp:'));
      return {there: links.length, waiting: links.reduce((sum, queue) => sum + queue.messages, 0)};
    });
    if (there >= Number(queues) && waiting >= Number(messages)) return;
    console.log(`${waiting} of ${messages} messages are in ${there} queues`);
    await new Promise(resolve => setTimeout(resolve, 10000));
  }
  throw new Error('the messages were not in their queues within ten minutes');
}

(async () => {
  const browser = await puppeteer.launch({executablePath: '/usr/bin/chromium', acceptInsecureCerts: true, headless: true,
    args: ['--no-sandbox', '--disable-dev-shm-usage']});
  const page = await browser.newPage();
  page.setDefaultTimeout(120000);
  await page.setBypassCSP(true);
  page.on('pageerror', error => console.log('page error: ' + error));
  await page.goto(address + '/queues');
  await page.waitForSelector('input[type=password]');
  await page.type('input[autocomplete=username], input[name=user]', 'admin');
  await page.type('input[type=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#content');
  await loaded(page);
  const before = memory();
  const times = {};
  const note = (what, time) => (times[what] ??= []).push(time);
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(address + '/queues');
    note('queues page, first rows', await page.evaluate(async () => {
      while (!document.querySelector('#content tbody tr')) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now();
    }));
    note('filter by name', await page.evaluate(measured, type('form[aria-label=Filter] input[type=search]', `d${round + 10}`), all(`d${round + 10}`)));
    note('filter by state', await page.evaluate(measured, type('form[aria-label=Filter] select', 'DISABLED'), all('Disabled')));
    await page.goto(address + '/queues');
    await page.waitForSelector('#content tbody tr');
    note('largest queue, its messages', await page.evaluate(measured, `document.querySelector('#content tbody tr a').click();`,
      `location.search.includes('queue=') && ${all('@d0.example')}`));
    note('next page of it', await page.evaluate(measured, `window.first = document.querySelector('#content tbody tr').textContent;
      document.querySelector('a[rel=next]').click();`, `${rows} > 0 && document.querySelector('#content tbody tr').textContent !== window.first`));
    await page.goto(address + '/queues?find=1');
    await page.waitForSelector('#content tbody tr');
    const last = `u${Number(messages) - 1 - round}@`;
    note('search by recipient, one of all, the last', await page.evaluate(measured, type('input[name=recipient]', last) + submit, all(last)));
    await page.goto(address + '/queues?find=1');
    await page.waitForSelector('#content tbody tr');
    note('search by sender, 100 of 200', await page.evaluate(measured, type('input[name=sender]', 's4321@') + submit, all('s4321@')));
  }
  for (const [what, values] of Object.entries(times)) {
    console.log(`| ${what} | ${median(values).toFixed(0)} | ${Math.max(...values).toFixed(0)} |`);
  }
  console.log(`server memory: ${before.toFixed(0)} MiB before, ${memory().toFixed(0)} MiB after`);
  await browser.close();
})().catch(error => { console.error(error); process.exit(1); });
