#!/usr/bin/env node
// Measures, against a running Moodle 4.5, how long a completed course takes to be seen: by the learner (Min kompetanse), by the
// leader (Min enhet) and in the summary of the API, for each way in; and with how many calls. A learner of its own opens the page that
// completes the course for each measurement, so it needs as many that have not. Never run it against a Moodle or a tool in use.
//
//   npm install playwright-core          (and a Chromium; CHROMIUM names another one than /usr/bin/chromium)
//   node completions.mjs --moodle=http://localhost:8880 --admin=admin:PASSWORD --tool=http://localhost:8080 --token=API-TOKEN
//        --wstoken=TOKEN --report='NAME' --course=6 --page=14 --link=30 --learners=a,b,c,d,e,f --password=THEIRS
//        --leader=NAME --adminlink=29 [--scorelink=31 --scorecourse=12]
//        [--ways=report,report-alone,report-launch,people,people-alone,people-launch,score,xapi] [--shots=FOLDER]
//
// course: Moodle's id of the course, which an item of the tool has the ID number of; page: the course module that completes it when it is
// looked at; link: one of the tool in a course of all of them; adminlink: one that the administrator, whom the tool trusts, can open;
// scorelink: one of the tool that shows an item and has a column in the gradebook of scorecourse.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as moodling from './moodle.mjs';

const require = createRequire(process.env.PLAYWRIGHT ? pathToFileURL(`${process.env.PLAYWRIGHT}/package.json`) : import.meta.url);
const { chromium } = require('playwright-core');
const option = Object.fromEntries(process.argv.slice(2).map((a) => /^--([^=]+)=(.*)$/s.exec(a).slice(1)));
const missing = ['moodle', 'admin', 'tool', 'token', 'wstoken', 'report', 'course', 'page', 'link', 'learners', 'password', 'leader', 'adminlink']
  .filter((each) => !option[each]);
if (missing.length) {
  console.error(`missing: ${missing.join(', ')}; see the head of this file`);
  process.exit(2);
}
const { moodle, tool } = option;
const learners = option.learners.split(',');
const ways = (option.ways ?? 'report,report-alone,report-launch,people,people-launch,xapi').split(',');
if (option.shots) mkdirSync(option.shots, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const seconds = (from, to = Date.now()) => ((to - from) / 1000).toFixed(1);

const signIn = (username, password = option.password) => moodling.signIn(browser, moodle, { username, password });

/** The tool lives in Moodle's frame: its session is that frame's. */
async function opened(page, link) {
  const frame = await moodling.launch(page, moodle, tool, link);
  return frame;
}

/** What a page of the tool says, as whoever is in the frame sees it. */
const says = (frame, path) => frame.evaluate(async (at) => {
  const html = await (await fetch(at)).text();
  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  return main.textContent.replace(/\s+/g, ' ');
}, path);

async function summary() {
  const asOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
  return (await fetch(`${tool}/api/v1/coverage/summary?asOf=${asOf}&by=requirement`, { headers: { Authorization: `Bearer ${option.token}` } })).text();
}

// --- the tool's administrator ---

const [adminName, adminPassword] = option.admin.split(/:(.*)/s);
const administrator = await opened(await signIn(adminName, adminPassword), option.adminlink);
const visit = (path) => administrator.goto(`${tool}${path}`);
const press = async (selector) => { await Promise.all([administrator.waitForNavigation(), administrator.locator(selector).first().click()]); };

/** The latest reading, as the page shows it, once it is at its end. */
async function reading(patience = 120) {
  for (const begin = Date.now(); ;) {
    await visit('/administrasjon/moodle');
    const rows = await administrator.locator('section tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
    const waits = await administrator.locator('section').first().locator('text=/under way|venter|ventar/').count();
    if (rows.length && !/%/.test(rows[0][2]) && !waits) return rows[0];
    if (Date.now() - begin > patience * 1000) throw new Error(`no reading came to its end: ${JSON.stringify(rows[0])}`);
    await moodling.pause(300);
  }
}
const told = (row) => `${row[1]}, ${row[2]}: ${row[3]} completed, ${row[4]} new, ${row[5]} in quarantine, ${row[7]} calls`;

async function connect() {
  await visit('/administrasjon/moodle');
  if (!await administrator.locator('section h2', { hasText: moodle }).count()) {
    await administrator.fill('#adresse', moodle);
    await administrator.fill('#token', option.wstoken);
    await administrator.fill('#rapport', option.report);
    const begin = Date.now();
    await press('form:has(#adresse) button');
    const first = await reading();
    console.log(`connected; first reading within ${seconds(begin)} s: ${told(first)}`);
  }
}

/** Reads with the report, or person by person by naming a report that is not there. */
async function readBy(report) {
  await visit('/administrasjon/moodle');
  await administrator.locator('main details summary').first().click();
  await administrator.locator('details input[name=rapport]').first().fill(report);
  await press('details form[action$="/endre"] button');
  for (let i = 0; i < 100; i++) {
    await visit('/administrasjon/moodle');
    const way = await administrator.locator('section').first().innerText();
    if ((report === option.report) === /^(Leses med|Blir lesen med|Lest med|Read by the|Read with the)/m.test(way)) return;
    await moodling.pause(300);
  }
  throw new Error('the way of reading did not change');
}

async function ask(all = false) {
  await visit('/administrasjon/moodle');
  await press(`form[action$="/les"] button${all ? '[name=alt]' : ':not([name])'}`);
}

async function xapiConnection() {
  await visit('/administrasjon/xapi');
  await administrator.fill('#navn', `Måling ${Date.now()}`);
  await administrator.fill('#adresse', moodle);
  await press('form:has(#navn) button');
  return Promise.all(['#nokkel', '#hemmelighet'].map((each) => administrator.locator(each).innerText()));
}

// --- measuring ---

const leader = await opened(await signIn(option.leader), option.link);

/** Watches until all three are other than before; gives the seconds that each took since the course was completed. */
async function watch(employee, before, begin, patience) {
  const look = { employee: () => says(employee, '/min-kompetanse'), leader: () => says(leader, '/min-enhet'), summary };
  const found = {};
  while (Object.keys(found).length < 3 && Date.now() - begin < patience * 1000) {
    await Promise.all(Object.entries(look).filter(([who]) => !(who in found))
      .map(async ([who, see]) => { if (await see() !== before[who]) found[who] = seconds(begin); }));
    await moodling.pause(patience > 100 ? 2000 : 100);
  }
  return `employee ${found.employee ?? '–'}, leader ${found.leader ?? '–'}, summary ${found.summary ?? '–'} s`;
}

/** A learner does the course; what happens then is the way's. */
async function measure(what, then, patience = 60, rest = 0) {
  const name = learners.shift();
  const page = await signIn(name);
  const employee = await opened(page, option.link);
  const before = { employee: await says(employee, '/min-kompetanse'), leader: await says(leader, '/min-enhet'), summary: await summary() };
  await moodling.pause(rest);
  const course = await page.context().newPage();
  await course.goto(`${moodle}/mod/page/view.php?id=${option.page}`, { waitUntil: 'domcontentloaded' });
  const begin = Date.now();
  await course.close();
  const frame = await then(page, name) ?? employee;
  console.log(`${what}: ${await watch(frame, before, begin, patience)}`);
  if (option.shots) await page.screenshot({ path: `${option.shots}/${what.replace(/\W+/g, '-')}.png` });
  await page.context().close();
}

/** A teacher gives a grade on the tool's own column; the learner opens the link it belongs to. */
async function measureScore() {
  const name = learners.shift();
  const page = await signIn(name);
  const employee = await opened(page, option.link);
  const before = { employee: await says(employee, '/min-kompetanse'), leader: await says(leader, '/min-enhet'), summary: await summary() };
  const user = await page.evaluate(() => document.querySelector('[data-userid]').dataset.userid);
  const teacher = await signIn(adminName, adminPassword);
  await teacher.goto(`${moodle}/grade/edit/tree/index.php?id=${option.scorecourse}`, { waitUntil: 'domcontentloaded' });
  const item = await teacher.locator(`tr:has(a[href*="/mod/lti/view.php?id=${option.scorelink}"])`).first().getAttribute('data-itemid');
  await teacher.goto(`${moodle}/grade/edit/tree/grade.php?courseid=${option.scorecourse}&itemid=${item}&userid=${user}`, { waitUntil: 'load' });
  await moodling.set(teacher, { overridden: 1 });
  await teacher.evaluate(() => { document.querySelector('[name=finalgrade]').disabled = false; });
  await moodling.set(teacher, { finalgrade: '90' });
  await moodling.submit(teacher, '#id_submitbutton');
  const begin = Date.now();
  await teacher.context().close();
  const other = await page.context().newPage();
  const launched = await opened(other, option.scorelink);
  console.log(`score, the learner opens the link: ${await watch(launched, before, begin, 120)}`);
  await page.context().close();
}

const launchAgain = async (page) => opened(page, option.link);
await connect();
for (const way of ways) {
  if (way === 'report') {
    await measure('report, reading asked for', () => ask());
    console.log(`  ${told(await reading())}`);
    await ask(true);
    await moodling.pause(1000);
    console.log(`  all: ${told(await reading())}`);
  } else if (way === 'report-alone') {
    await measure('report, by itself', () => undefined, 260);
    console.log(`  ${told(await reading())}`);
  } else if (way === 'report-launch' || way === 'people-launch') {
    await measure(`${way}, the learner opens the tool`, launchAgain, 60, 31_000);
    await measure(`${way}, the same within half a minute of the last time`, launchAgain, 60);
  } else if (way === 'people') {
    await readBy('-');
    await reading();
    await measure('person by person, reading asked for', () => ask());
    console.log(`  ${told(await reading())}`);
    await ask(true);
    await moodling.pause(1000);
    console.log(`  all: ${told(await reading())}`);
  } else if (way === 'people-alone') {
    await readBy('-');
    await reading();
    await measure('person by person, by itself', () => undefined, 1000);
    console.log(`  ${told(await reading())}`);
  } else if (way === 'score') {
    await measureScore();
  } else if (way === 'xapi') {
    const [key, secret] = await xapiConnection();
    const ids = JSON.parse(await (await fetch(`${moodle}/webservice/rest/server.php`, { method: 'POST', body: new URLSearchParams({ wstoken: option.wstoken,
      wsfunction: 'core_user_get_users_by_field', moodlewsrestformat: 'json', field: 'username', 'values[0]': learners[0] }) })).text());
    await measure('xAPI statement', async () => {
      const answer = await fetch(`${tool}/xapi/statements`, { method: 'POST', headers: { 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json',
        Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` }, body: JSON.stringify({
        actor: { account: { homePage: moodle, name: String(ids[0].id) } }, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
        object: { id: `${moodle}/course/view.php?id=${option.course}` }, timestamp: new Date().toISOString() }) });
      console.log(`  answered ${answer.status}`);
    });
  }
}
await readBy(option.report);
await browser.close();
