#!/usr/bin/env node
// Registers the tool with a running Moodle 4.5 by dynamic registration, as its administrator does it: paste the invitation,
// read the page in the frame, Done, Activate; and tries the connection from the tool. Leaves the tool in that Moodle.
//
//   npm install playwright-core          (and a Chromium; CHROMIUM names another one than /usr/bin/chromium)
//   node register.mjs --moodle=http://localhost:8880 --user=admin --password=… --invitation=ADDRESS [--shots=FOLDER]
//
// ADDRESS is made in the tool under Læringsplattformer (with "our own network" for a Moodle on localhost). With
// --administrator=http://127.0.0.1:8080/demo/lms/administrator instead (a tool in the demo profile), the script makes the
// invitation itself, and presses the trial's button at the end.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.PLAYWRIGHT ? pathToFileURL(`${process.env.PLAYWRIGHT}/package.json`) : import.meta.url);
const { chromium } = require('playwright-core');
const options = Object.fromEntries(process.argv.slice(2).map((a) => a.match(/^--(\w+)=(.*)$/s).slice(1)));
const shots = options.shots;
if (shots) mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
let step = 0;

async function seen(page, what) {
  step += 1;
  console.log(`${step}. ${what}`);
  if (shots) await page.screenshot({ path: `${shots}/${step}.png`, fullPage: true });
}

// The tool lives in the LMS's frame: its session is that frame's.
async function toolFrame() {
  const page = await context.newPage();
  await page.goto(options.administrator, { waitUntil: 'networkidle' });
  await page.waitForTimeout(2000);
  const frame = page.frames().at(-1);
  await frame.goto(`${new URL(frame.url()).origin}/administrasjon/plattformer`);
  return frame;
}

async function invitation() {
  if (options.invitation) return options.invitation;
  const frame = await toolFrame();
  await frame.check('#privat');
  await frame.click("form[action$='/invitasjon'] button");
  const address = await frame.textContent('#invitasjon');
  await seen(frame.page(), 'tool: an invitation is made');
  await frame.page().close();
  return address;
}

async function moodlePage() {
  const page = await context.newPage();
  await page.goto(`${options.moodle}/login/index.php`);
  await page.fill('#username', options.user);
  await page.fill('#password', options.password);
  await page.click('#loginbtn');
  await page.goto(`${options.moodle}/mod/lti/toolconfigure.php`);
  return page;
}

async function register(page, address) {
  await page.fill("input[name='url'], #cartridge-url, #tool-url-or-cartridge", address).catch(async () => page.locator('input[type=url], input[type=text]').last().fill(address));
  await page.locator('#cartridge-registration-form button, button:has-text("LTI Advantage"), button.cartridge-lti-button').first().click();
  const frame = page.frameLocator('iframe').first();
  await page.waitForTimeout(2500);
  const update = frame.locator('a:has-text("Update"), button:has-text("Update"), input[value="Update"]');
  if (await update.count()) {
    await seen(page, 'Moodle: knows the tool already, and asks whether to update it');
    await update.first().click();
  }
  await frame.locator('[data-registered], [data-error-code]').first().waitFor({ timeout: 30000 });
  const error = await frame.locator('[data-error-code]').count();
  await seen(page, `Moodle: in its frame the tool says: ${(await frame.locator('h1').textContent()).trim()}`);
  if (error) throw new Error(await frame.locator('main').textContent());
  await frame.locator('[data-close-registration]').click();
  await page.waitForTimeout(4000);
}

async function activate(page) {
  const card = page.locator('.tool-card', { hasText: 'Kompetansebro' }).last();
  await card.waitFor({ timeout: 20000 });
  await seen(page, `Moodle: the tool's card: ${(await card.innerText()).replace(/\s+/g, ' ')}`);
  if (!(await card.innerText()).includes('Pending')) return;
  await card.locator('a:has-text("Activate"), button:has-text("Activate"), .tool-card-footer .btn').first().click();
  await page.waitForTimeout(3000);
  await seen(page, `Moodle: after Activate: ${(await page.locator('.tool-card', { hasText: 'Kompetansebro' }).last().innerText()).replace(/\s+/g, ' ')}`);
}

async function trial() {
  if (!options.administrator) return;
  const frame = await toolFrame();
  await frame.locator('ul[aria-labelledby=plattformer] a', { hasText: new URL(options.moodle).host }).last().click();
  await frame.click("form[action$='/prov'] button");
  await frame.locator('.kb-findings li').first().waitFor();
  for (const finding of await frame.locator('.kb-findings li').allInnerTexts()) console.log(`   ${finding.replace(/\s+/g, ' ')}`);
  await seen(frame.page(), 'tool: the trial');
}

try {
  const address = await invitation();
  const moodle = await moodlePage();
  await register(moodle, address);
  await activate(moodle);
  await trial();
} finally {
  await browser.close();
}
