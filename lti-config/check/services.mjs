#!/usr/bin/env node
// Checks deep linking, rosters and grades against a running Moodle 4.5, from outside, as people use them: a teacher places two
// links, a student opens each, the roster is read, a score is posted, and it completes the course. Makes a course and a
// student of its own in that Moodle, and leaves them there to look at. Never run it against a Moodle in use.
//
//   npm install playwright-core          (and a Chromium; CHROMIUM names another one than /usr/bin/chromium)
//   node services.mjs --moodle=http://localhost:8880 --user=admin --password=… --tool=http://localhost:8080 --token=API-TOKEN
//        [--name=Kompetanse] [--shots=FOLDER]
//
// Moodle: the tool is registered (see ../README.md), with deep linking, names and roles, and grades on; the file of the
// platform says trustAdministrators and accountLink idnumber. Tool: the token may import and write the catalogue; its
// catalogue is kept, and gets one module, one requirement and what they need, all beginning with "check-".
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.PLAYWRIGHT ? pathToFileURL(`${process.env.PLAYWRIGHT}/package.json`) : import.meta.url);
const { chromium } = require('playwright-core');
const option = Object.fromEntries(process.argv.slice(2).map((a) => /^--([^=]+)=(.*)$/s.exec(a).slice(1)));
for (const needed of ['moodle', 'user', 'password', 'tool', 'token']) {
  if (!option[needed]) { console.error(`--${needed}= is missing; see the head of this file`); process.exit(2); }
}
const moodle = option.moodle.replace(/\/$/, ''), tool = option.tool.replace(/\/$/, '');
const shots = option.shots ?? 'shots', name = option.name ?? 'Kompetanse';
mkdirSync(shots, { recursive: true });

const stamp = Date.now().toString(36);
const student = { username: `check.${stamp}`, password: `Check-${stamp}-2026!`, number: `check-${stamp}`, given: 'Prøve', family: `Student ${stamp}` };
const course = { short: `CHECK-${stamp}`, full: `Kontroll ${stamp}` };

let failures = 0;
function seen(what, ok, detail = '') {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${detail ? `: ${detail}` : ''}`);
  if (!ok) failures++;
}
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function api(method, path, type, body) {
  const answer = await fetch(`${tool}/api/v1${path}`, { method, body, headers: { Authorization: `Bearer ${option.token}`, ...(type && { 'Content-Type': type }) } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 400)}`);
  return text;
}
const load = (kind, csv) => api('POST', `/imports/${kind}`, 'text/csv', csv);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function signIn(user, password, width = 1280) {
  const page = await (await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', viewport: { width, height: 900 } })).newPage();
  page.setDefaultTimeout(30000);
  const form = await (await page.request.get(`${moodle}/login/index.php`)).text();
  const logintoken = /name="logintoken" value="([^"]+)"/.exec(form)?.[1];
  const home = await (await page.request.post(`${moodle}/login/index.php`, { form: { logintoken, username: user, password } })).text();
  if (!/login\/logout\.php/.test(home)) throw new Error(`Moodle did not sign ${user} in`);
  return page;
}

/** Sets a form's fields as its scripts expect it. */
const set = (page, fields) => page.evaluate((all) => {
  for (const [field, value] of Object.entries(all)) {
    for (const element of document.querySelectorAll(`form [name="${field}"]`)) {
      if (element.type === 'hidden') continue;
      if (element.type === 'checkbox') element.checked = !!value;
      else if (element.type === 'radio') element.checked = element.value === String(value);
      else element.value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}, fields);
const submit = async (page, button) => {
  await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.evaluate((b) => document.querySelector(b).click(), button)]);
};

async function newStudent(page) {
  await page.goto(`${moodle}/user/editadvanced.php?id=-1`, { waitUntil: 'load' });
  await set(page, { username: student.username, newpassword: student.password, firstname: student.given, lastname: student.family,
    email: `${student.username}@example.invalid`, idnumber: student.number });
  await submit(page, '#id_submitbutton');
}

async function newCourse(page) {
  await page.goto(`${moodle}/course/edit.php?category=1`, { waitUntil: 'load' });
  await set(page, { fullname: course.full, shortname: course.short, enablecompletion: 1 });
  await submit(page, '#id_saveanddisplay');
  course.id = /[?&]id=(\d+)/.exec(page.url())[1];
}

async function enrol(page) {
  await page.goto(`${moodle}/enrol/instances.php?id=${course.id}`, { waitUntil: 'load' });
  const manual = await page.locator('a[href*="/enrol/manual/manage.php"]').first().getAttribute('href');
  await page.goto(manual, { waitUntil: 'load' });
  const id = await page.locator('#addselect option', { hasText: student.family }).first().getAttribute('value');
  await page.selectOption('#addselect', id);
  await submit(page, '#add');
}

/** A teacher places one link by deep linking, with a pass mark and completion by it. */
async function place(page, key, search, shot) {
  await page.goto(`${moodle}/course/modedit.php?add=lti&type=&course=${course.id}&section=0&return=0&typeid=${course.type}`, { waitUntil: 'load' });
  await page.waitForFunction(() => !document.querySelector('#id_selectcontent')?.disabled);
  await pause(500);
  await page.evaluate(() => document.querySelector('#id_selectcontent').click());
  const dialogue = page.frameLocator('.modal.show iframe, .modal iframe');
  await dialogue.locator('h1').first().waitFor();
  await dialogue.locator('#sok').fill(search);
  await Promise.all([page.waitForEvent('framenavigated', (frame) => frame.url().startsWith(tool)), dialogue.locator('#sok').press('Enter')]);
  await dialogue.locator('h1').first().waitFor();
  await dialogue.locator(`input[name=valgt][value="${key}"]`).check();
  await page.screenshot({ path: `${shots}/${shot}.png` });
  await dialogue.locator('button[value=legg-inn]').click();
  await page.waitForFunction(() => document.querySelector('#id_name')?.value);
  const title = await page.evaluate(() => document.querySelector('#id_name').value);
  const filled = await page.evaluate(() => ({ custom: document.querySelector('[name=instructorcustomparameters]')?.value,
    resource: document.querySelector('[name=lineitemresourceid]')?.value, grades: document.querySelector('[name=instructorchoiceacceptgrades][type=checkbox]')?.checked }));
  seen(`Moodle filled its form from the answer (${title})`, filled.custom.includes(`content=${key}`) && filled.resource === key, JSON.stringify(filled));
  await set(page, { completion: 2 });
  await set(page, { completionusegrade: 1 });
  await set(page, { completionpassgrade: 1, gradepass: '60' });
  await submit(page, '#id_submitbutton2');
  const link = page.locator('li.modtype_lti', { hasText: title }).first();
  seen(`the activity is in the course (${title})`, await link.count() === 1);
  return /id=(\d+)/.exec(await link.locator('a[href*="/mod/lti/view.php"]').first().getAttribute('href'))[1];
}

/** Two at once: Moodle lists them and makes them without a form. */
async function placeSeveral(page) {
  await page.goto(`${moodle}/course/modedit.php?add=lti&type=&course=${course.id}&section=0&return=0&typeid=${course.type}`, { waitUntil: 'load' });
  await page.waitForFunction(() => !document.querySelector('#id_selectcontent')?.disabled);
  await pause(500);
  await page.evaluate(() => document.querySelector('#id_selectcontent').click());
  const dialogue = page.frameLocator('.modal.show iframe, .modal iframe');
  await dialogue.locator('input[name=valgt][value="page:me"]').check();
  await dialogue.locator('input[name=valgt][value="page:unit"]').check();
  await dialogue.locator('button[value=legg-inn]').click();
  await page.waitForFunction(() => !document.querySelector('.modal.show'));
  await pause(1000);
  await page.screenshot({ path: `${shots}/several.png` });
  await submit(page, '#id_submitbutton2');
  await page.goto(`${moodle}/course/view.php?id=${course.id}`, { waitUntil: 'load' });
  const links = page.locator('li.modtype_lti');
  seen('two links at once are in the course', await links.count() === 4, `${await links.count()} in all`);
  return /id=(\d+)/.exec(await links.filter({ hasText: /Min kompetanse|My competence/ }).first().locator('a[href*="/mod/lti/view.php"]').first().getAttribute('href'))[1];
}

async function completeCourseBy(page, cmid) {
  await page.goto(`${moodle}/course/completion.php?id=${course.id}`, { waitUntil: 'load' });
  await set(page, { [`criteria_activity[${cmid}]`]: 1 });
  await submit(page, '#id_submitbutton');
}

async function launch(page, cmid, shot) {
  await page.goto(`${moodle}/mod/lti/view.php?id=${cmid}`, { waitUntil: 'domcontentloaded' });
  const frame = await (await page.waitForSelector('iframe#contentframe')).contentFrame();
  for (let i = 0; i < 150 && !frame.url().startsWith(tool); i++) await pause(100);
  await frame.waitForLoadState('load');
  await pause(500);
  await page.screenshot({ path: `${shots}/${shot}.png`, fullPage: true });
  return frame;
}

async function eventually(what, look, seconds = 20) {
  const begin = Date.now();
  for (;;) {
    const found = await look();
    if (found || Date.now() - begin > seconds * 1000) { seen(what, !!found, found ? `after ${((Date.now() - begin) / 1000).toFixed(1)} s, ${found}` : `not within ${seconds} s`); return found; }
    await pause(500);
  }
}

const catalogue = await api('GET', '/catalogue');
const part = (heading, line) => {
  const text = catalogueNow.split('\n');
  const at = text.findIndex((each) => each.startsWith(`${heading}:`));
  if (at < 0) text.push(`${heading}:`, line); else if (/\[\]\s*$/.test(text[at])) text.splice(at, 1, `${heading}:`, line); else text.splice(at + 1, 0, line);
  return text.join('\n');
};
let catalogueNow = catalogue;
if (!catalogue.includes('check-module')) {
  catalogueNow = part('competences', '  - {code: check-competence, name: {nb: Kontroll av Moodle}, kind: KNOWLEDGE}');
  catalogueNow = part('items', '  - {code: check-module, name: {nb: "Kontrollmodul: etikk"}, kind: MODULE, arena: E_LEARNING}');
  catalogueNow = part('awardRules', '  - {code: check-rule, competence: check-competence, criterion: {result: {item: check-module, minScore: 60}}}');
  catalogueNow = part('requirements', '  - {code: check-requirement, name: {nb: Kontrollkrav for ledere}, competence: check-competence, category: MANDATORY, targetGroup: {leaderLevel: ["check"]}}');
  await api('PUT', '/catalogue', 'application/yaml', catalogueNow);
}
await load('units', 'unit,parent,name,kind\ncheck-unit,,Kontrollenhet,enhet\n');
await load('employees', `employee_no,given_name,family_name\n${student.number},${student.given},${student.family}\n`);
await load('employments', `employment_no,employee_no,unit,position,valid_from,leader_level\n${student.number},${student.number},check-unit,check,2020-01-01,check\n`);

try {
  const teacher = await signIn(option.user, option.password);
  await teacher.goto(`${moodle}/`, { waitUntil: 'load' });
  await newStudent(teacher);
  await newCourse(teacher);
  await enrol(teacher);
  await teacher.goto(`${moodle}/mod/lti/coursetools.php?id=${course.id}`, { waitUntil: 'load' });
  course.type = option.type ?? await teacher.locator('tr', { hasText: name }).locator('[data-tool-id], [data-id]').first().getAttribute('data-id').catch(() => null) ?? '1';

  const module = await place(teacher, 'item:check-module', 'Kontrollmodul', 'choose-module');
  const path = await place(teacher, 'path:check', 'check', 'choose-path');
  const mine = await placeSeveral(teacher);
  await completeCourseBy(teacher, module);

  const learner = await signIn(student.username, student.password);
  const first = await launch(learner, module, 'student-module');
  seen('the student sees the module', (await first.locator('h1').first().innerText()).includes('Kontrollmodul'), first.url().replace(/\?.*/, ''));
  const second = await launch(learner, path, 'student-path');
  seen('the student sees the path and progress', /0 (av|of) 1/.test(await second.locator('article').innerText()), await second.locator('h1').first().innerText());
  const third = await launch(learner, mine, 'student-mine');
  seen('the student comes to the own page by one of the two', third.url().startsWith(`${tool}/min-kompetanse`), third.url());
  const phone = await signIn(student.username, student.password, 360);
  await phone.goto(`${moodle}/mod/lti/view.php?id=${path}`, { waitUntil: 'load' });
  await pause(3000);
  await phone.screenshot({ path: `${shots}/student-path-360.png` });

  await launch(teacher, module, 'teacher');
  const roster = await eventually('the roster was read', async () => {
    const frame = teacher.frames().find((each) => each.url().startsWith(tool));
    await frame.goto(`${tool}/administrasjon/kurs`);
    const text = await frame.locator('.kb-card', { hasText: course.full }).first().innerText().catch(() => '');
    return /Hele listen kom|whole roster|Heile lista/.test(text) && text.split('\n').find((line) => /: \d/.test(line));
  });
  await teacher.screenshot({ path: `${shots}/courses.png`, fullPage: true });

  const begin = Date.now();
  await load('results', `employee_no,item,achieved_on,score,source,external_id\n${student.number},check-module,${new Date().toISOString().slice(0, 10)},80,check,${stamp}\n`);
  const grader = await signIn(option.user, option.password);
  await eventually('the score is in the gradebook', async () => {
    await grader.goto(`${moodle}/grade/report/user/index.php?id=${course.id}&userid=0`, { waitUntil: 'domcontentloaded' });
    const text = await grader.locator('body').innerText();
    return /80[.,]00/.test(text) && `80 points ${((Date.now() - begin) / 1000).toFixed(1)} s after the result came`;
  });
  await grader.screenshot({ path: `${shots}/gradebook.png`, fullPage: true });
  await eventually('the path has its score too', async () => {
    await grader.reload();
    return /100[.,]00/.test((await grader.locator('body').innerText()).replace(/0[^\d.,]{1,3}100[.,]00/g, '')) && '100 points';
  }, 10);
  await eventually('the course is complete', async () => {
    await grader.goto(`${moodle}/report/completion/index.php?course=${course.id}`, { waitUntil: 'domcontentloaded' });
    const row = grader.locator('table#completion-progress tbody tr', { hasText: student.family });
    const titles = await row.locator('img, i.icon, a').evaluateAll((all) => all.map((each) => each.title || each.alt || each.getAttribute('aria-label') || ''));
    return titles.filter((t) => /(^|: )(Completed|Fullført)/.test(t)).length >= 1 && titles.filter(Boolean).join(' | ');
  });
  await grader.screenshot({ path: `${shots}/completion.png`, fullPage: true });
  await learner.goto(`${moodle}/my/courses.php`, { waitUntil: 'load' });
  await pause(2000);
  await learner.screenshot({ path: `${shots}/my-courses.png` });
} catch (problem) {
  seen('the check ran to its end', false, String(problem.stack ?? problem).slice(0, 800));
  let number = 0;
  for (const context of browser.contexts()) for (const page of context.pages()) await page.screenshot({ path: `${shots}/failed-${number++}.png` }).catch(() => {});
} finally {
  await browser.close();
}
console.log(failures ? `${failures} failed` : 'all seen', `course ${course.short}, student ${student.username}`);
process.exit(failures ? 1 : 0);
