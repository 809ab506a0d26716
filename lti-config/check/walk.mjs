#!/usr/bin/env node
// Walks, against a running Moodle 4.5, what all of this is for, as three people do it: a leader assigns a module; the employee
// opens it from Min kompetanse, which leads into Moodle, and completes it there; the leader's matrix turns. Takes a picture of each
// step (docs/walk.md) and says how long the completion took. Needs an employee who has not completed the course; never run it
// against a Moodle or a tool in use: it enters people and a catalogue of its own.
//
//   npm install playwright-core          (and a Chromium; CHROMIUM names another one than /usr/bin/chromium)
//   node walk.mjs --moodle=http://localhost:8880 --admin=admin:PASSWORD --tool=http://localhost:8080 --token=API-TOKEN
//        --wstoken=TOKEN --report='NAME' --course=ID-NUMBER --page=14 --link=30 --adminlink=29 --password=THEIRS
//        --leader=USERNAME:EMPLOYEE-NO:NAME --employee=USERNAME:EMPLOYEE-NO:NAME [--colleagues=NO:NAME,NO:NAME]
//        [--also=ID-NUMBER:TITLE] [--shots=FOLDER]
//
// course: the ID number in Moodle of the course; page: the course module that completes it when it is looked at; link: one of the
// tool in a course of both; adminlink: one that the administrator, whom the tool trusts, can open. also: another course, so that the
// matrix has two columns.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as moodling from './moodle.mjs';

const require = createRequire(process.env.PLAYWRIGHT ? pathToFileURL(`${process.env.PLAYWRIGHT}/package.json`) : import.meta.url);
const { chromium } = require('playwright-core');
const option = Object.fromEntries(process.argv.slice(2).map((a) => /^--([^=]+)=(.*)$/s.exec(a).slice(1)));
const missing = ['moodle', 'admin', 'tool', 'token', 'wstoken', 'report', 'course', 'page', 'link', 'adminlink', 'password', 'leader', 'employee']
  .filter((each) => !option[each]);
if (missing.length) {
  console.error(`missing: ${missing.join(', ')}; see the head of this file`);
  process.exit(2);
}
const { moodle, tool } = option;
const shots = option.shots ?? 'shots';
mkdirSync(shots, { recursive: true });
const person = (text) => { const [username, number, name] = text.split(':'); return { username, number, name }; };
const leader = person(option.leader), employee = person(option.employee);
const colleagues = (option.colleagues ?? '').split(',').filter(Boolean).map((each) => person(`:${each}`));
const day = (ahead) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(Date.now() + ahead * 86_400_000));

// --- the tool: who works where, and what is required ---

async function api(method, path, type, body) {
  const answer = await fetch(`${tool}/api/v1${path}`, { method, body, headers: { Authorization: `Bearer ${option.token}`, 'Content-Type': type } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 400)}`);
}
const load = (kind, ...lines) => api('POST', `/imports/${kind}`, 'text/csv', `${lines.join('\n')}\n`);

const CATALOGUE = `
competences:
  - {code: walk-security, name: {nb: Informasjonssikkerhet}, kind: KNOWLEDGE}
  - {code: walk-other, name: {nb: "${(option.also ?? ':Annet').split(':')[1]}"}, kind: CERTIFICATE}
items:
  - {code: walk-module, name: {nb: "Informasjonssikkerhet – modul i Moodle"}, kind: MODULE, arena: E_LEARNING, hours: 1, lms: {courseIdNumber: "${option.course}"}}
  - {code: walk-course, name: {nb: "${(option.also ?? ':Annet').split(':')[1]} – kurs"}, kind: COURSE, arena: CLASSROOM, hours: 4${option.also ? `, lms: {courseIdNumber: "${option.also.split(':')[0]}"}` : ''}}
awardRules:
  - {code: walk-rule, competence: walk-security, criterion: {result: {item: walk-module, validity: {months: 12}}}}
  - {code: walk-rule-2, competence: walk-other, criterion: {result: {item: walk-course, validity: {months: 24}}}}
requirements:
  - {code: walk-1, name: {nb: Informasjonssikkerhet hvert år}, competence: walk-security, category: MANDATORY, targetGroup: {unit: walk-zone}, graceDays: 30}
  - {code: walk-2, name: {nb: "${(option.also ?? ':Annet').split(':')[1]} annethvert år"}, competence: walk-other, category: STATUTORY, targetGroup: {unit: walk-zone}, graceDays: 30}
`;

async function prepare() {
  const staff = [employee, ...colleagues];
  const names = ({ name }) => `${name.split(' ').slice(0, -1).join(' ')},${name.split(' ').at(-1)}`;
  await load('units', 'unit,parent,name,kind', 'walk-care,,Hjemmetjenesten,virksomhet', 'walk-zone,walk-care,Sone 2,avdeling');
  await load('employees', 'employee_no,given_name,family_name', ...[leader, ...staff].map((each) => `${each.number},${names(each)}`));
  await load('employments', 'employment_no,employee_no,unit,position,position_title,valid_from,leads_unit,leader_level',
    `walk-${leader.number},${leader.number},walk-care,9451,Avdelingsleder,2020-01-01,walk-zone,3`,
    ...staff.map((each) => `walk-${each.number},${each.number},walk-zone,7076,Helsefagarbeider,${day(0).slice(0, 4)}-01-01,,`));
  await api('PUT', '/catalogue', 'application/yaml', CATALOGUE);
}

// --- pictures: of the tool's frame, and of no more of Moodle than the module ---

const WINDOW = { width: 1280, height: 1200 };
let picture = 0;
async function shot(locator, what) {
  await moodling.pause(400);
  await locator.screenshot({ path: `${shots}/${++picture}-${what}.png` });
}

/** The same of the tool, whose frame and window are as high as its page meanwhile, so that all of it is seen: at most the upper part. */
async function framed(frame, selector, what, most = 1000) {
  const page = frame.page();
  const element = page.locator('iframe#contentframe');
  const high = (height) => element.evaluate((it, wanted) => { const was = it.style.height; it.style.height = wanted; return was; }, height);
  const needed = await frame.evaluate(() => document.documentElement.scrollHeight);
  const was = await high(`${needed}px`);
  await page.setViewportSize({ width: 1280, height: needed + 500 });
  await moodling.pause(400);
  const { x, y, width, height } = await frame.locator(selector).first().boundingBox();
  await page.screenshot({ path: `${shots}/${++picture}-${what}.png`, clip: { x, y, width, height: Math.min(height, most) } });
  await high(was);
  await page.setViewportSize(WINDOW);
}
const MATRIX = 'section[aria-labelledby=people]';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
async function signIn(username, password = option.password) {
  const page = await moodling.signIn(browser, moodle, { username, password });
  await page.setViewportSize(WINDOW);
  return page;
}

/** The tool in Moodle's frame, in Norwegian whatever Moodle speaks. */
async function open(page, path, link = option.link) {
  const frame = await moodling.launch(page, moodle, tool, link);
  await frame.goto(`${tool}/sprak/nb?til=${path}`);
  return frame;
}
const status = (frame) => frame.locator('.kb-matrix tbody tr', { hasText: employee.name.split(' ').at(-1) }).locator('td a').first().getAttribute('title');

async function connect() {
  const [name, password] = option.admin.split(/:(.*)/s);
  const frame = await open(await signIn(name, password), '/administrasjon/moodle', option.adminlink);
  if (await frame.locator('section h2', { hasText: moodle }).count()) return;
  await frame.fill('#adresse', moodle);
  await frame.fill('#token', option.wstoken);
  await frame.fill('#rapport', option.report);
  await Promise.all([frame.waitForNavigation(), frame.locator('form:has(#adresse) button').first().click()]);
  for (let i = 0; i < 200; i++) {
    await moodling.pause(500);
    await frame.goto(`${tool}/administrasjon/moodle`);
    const rows = await frame.locator('section tbody tr').evaluateAll((all) => all.map((row) => row.innerText));
    if (rows.length && !/%/.test(rows[0])) return;
  }
  throw new Error('the first reading did not come to its end');
}

// --- the walk ---

async function assign(frame) {
  console.log(`leader, before: ${await status(frame)}`);
  await framed(frame, MATRIX, 'leader-before');
  await frame.locator('.kb-matrix tbody tr', { hasText: employee.name.split(' ').at(-1) }).locator('td a').first().click();
  const dialogue = frame.locator('#dialog[open]');
  await dialogue.locator('h1').waitFor();
  await shot(dialogue, 'leader-why');
  await dialogue.locator('a[href*="/opplaering/tildel"]').click();
  await frame.locator('#frist').fill(day(14));
  await frame.locator('[name=grunn]').fill('Modulen er ny i år. Ta den før neste vakt med nettbrett.');
  await frame.locator('form[action$="/se-over"] button[type=submit]:not([formaction])').click();
  await frame.waitForURL('**/se-over');
  await framed(frame, 'main', 'leader-reviews');
  await Promise.all([frame.waitForNavigation(), frame.locator('form[action$="/opplaering/tildel"] button:not([formaction])').click()]);
  console.log('leader: assigned');
}

async function learn(page) {
  const frame = await open(page, '/min-kompetanse');
  const opened = Date.now();
  await framed(frame, 'main', 'employee-before');
  const door = frame.locator('main li', { hasText: 'Informasjonssikkerhet' }).locator(`a[target=_top][href^="${moodle}"]`).first();
  const address = await door.getAttribute('href');
  await door.click();
  await page.waitForURL(`${moodle}/course/view.php**`);
  console.log(`employee: the button led to ${page.url()}`);
  await shot(page.locator('#region-main'), 'moodle-course');
  await page.goto(`${moodle}/mod/page/view.php?id=${option.page}`, { waitUntil: 'load' });
  const completed = Date.now();
  await page.goto(`${moodle}/mod/page/view.php?id=${option.page}`, { waitUntil: 'load' });
  await shot(page.locator('#region-main'), 'moodle-module');
  // The tool reads a person's courses when they open it, but not twice within half a minute; who learns something takes longer.
  await moodling.pause(Math.max(0, opened + 31_000 - Date.now()));
  return { completed, address };
}

await prepare();
await connect();
const leading = await open(await signIn(leader.username), '/min-enhet');
await assign(leading);
const page = await signIn(employee.username);
const { completed, address } = await learn(page);
const back = Date.now();
const own = await open(page, '/min-kompetanse');
const seen = {};
for (const begin = Date.now(); Object.keys(seen).length < 2 && Date.now() - begin < 120_000;) {
  if (!seen.employee && !await own.locator(`main a[href="${address}"]`).count()) seen.employee = Date.now();
  await leading.goto(`${tool}/min-enhet`);
  if (!seen.leader && /^(Dekket|Dekt|Covered)/.test(await status(leading))) seen.leader = Date.now();
  if (!seen.employee) { await moodling.pause(200); await own.goto(`${tool}/min-kompetanse`); }
}
const since = (from, to) => (to ? `${((to - from) / 1000).toFixed(1)} s` : 'never');
console.log(`employee, back in the tool: covered ${since(back, seen.employee)} after opening it, ${since(completed, seen.employee)} after completing`);
console.log(`leader, after: ${await status(leading)}; ${since(back, seen.leader)} after the employee opened the tool`);
await framed(own, 'main', 'employee-after');
await framed(leading, MATRIX, 'leader-after');
await browser.close();
process.exit(seen.leader && seen.employee ? 0 : 1);
