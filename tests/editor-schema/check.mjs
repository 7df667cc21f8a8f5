// Asks a JSON language server, as an editor does, about policies with the schema that the program prints.
//   node check.mjs SCHEMA.json POLICIES-FOLDER
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

const [schemaFile, policies] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const service = getLanguageService({ schemaRequestService: uri => Promise.reject(new Error(`${uri} is not to be fetched`)) });
service.configure({ allowComments: true, schemas: [{ uri: 'imsaudit:policy', fileMatch: ['*.policy.json'], schema }] });

const failures = [];
const check = (what, holds, seen) => { if (!holds) failures.push(`${what}; seen: ${JSON.stringify(seen)}`); };
const textOf = content => !content ? '' : typeof content === 'string' ? content : Array.isArray(content) ? content.map(textOf).join('\n') : content.value;

function open(text) {
    const at = text.indexOf('§');
    const document = TextDocument.create('file:///a.policy.json', 'json', 1, text.replace('§', ''));
    return { document, json: service.parseJSONDocument(document), position: document.positionAt(Math.max(at, 0)) };
}

// A policy with the cursor at § in its condition.
const policy = condition => `{ "id": "a", "title": "T", "severity": "low", "require": ${condition} }`;

async function complete(text) {
    const { document, json, position } = open(text);
    return (await service.doComplete(document, position, json)).items;
}

async function hover(text) {
    const { document, json, position } = open(text);
    return textOf((await service.doHover(document, position, json))?.contents);
}

async function diagnose(text) {
    const { document, json } = open(text);
    return (await service.doValidation(document, json, { comments: 'ignore', trailingCommas: 'ignore' })).map(one => one.message);
}

const labels = items => items.map(item => item.label);
const documented = item => item && textOf(item.documentation).length > 10;

for (const condition of ['{ "field": "hw_firmware_type", § }', '{ "allOf": [ { "field": "a", § } ] }', '{ "not": { "anyOf": [ { "field": "a", "§" } ] } }']) {
    const items = await complete(policy(condition));
    for (const name of ['equals', 'notEquals', 'olderThan', 'notMatches', 'refersTo', 'caseSensitive']) {
        const item = items.find(one => one.label === name);
        check(`an operator is offered with its description in ${condition}: ${name}`, documented(item), item ?? labels(items));
    }
}

const start = labels(await complete(policy('{ § }')));
for (const name of ['field', 'allOf', 'anyOf', 'not']) check(`an empty condition offers ${name}`, start.includes(name), start);

for (const condition of ['{ "field": "§" }', '{ "field": § }', '{ "field": "a", "equals": { "field": "§" } }', '{ "field": "a", "refersTo": { "by": "§" } }']) {
    const fields = await complete(policy(condition));
    const firmware = fields.find(item => item.label.replaceAll('"', '') === 'hw_firmware_type');
    check(`fields are offered with descriptions in ${condition}`, documented(firmware), firmware ?? labels(fields).slice(0, 5));
    check(`collected fields are offered in ${condition}`, labels(fields).some(label => label.replaceAll('"', '') === '@own'), labels(fields).slice(0, 5));
}

const severities = labels(await complete('{ "severity": § }'));
check('severities are offered', severities.includes('"critical"'), severities);
const members = await complete('{ § }');
for (const name of Object.keys(schema.properties)) {
    check(`the member is offered with its description: ${name}`, documented(members.find(item => item.label === name)), labels(members));
}

const equals = await hover(policy('{ "field": "a", "eq§uals": "x" }'));
check('an operator shows what it means', equals.includes('has this value'), equals);
check('an operator shows what it means in Chinese', /[\u4e00-\u9fff]/.test(equals), equals);
const negated = await hover(policy('{ "field": "a", "notEq§uals": "x" }'));
check('a negated operator shows what it negates', negated.includes('Exactly not'), negated);
const field = await hover(policy('{ "field": "hw_firm§ware_type", "equals": "uefi" }'));
check('a field shows its description and known values', field.includes('uefi') && /[\u4e00-\u9fff]/.test(field), field);

for (const wrong of [
    '{ "id": "a", "title": "T", "severity": "low", "reqiure": true }',
    policy('{ "field": "a", "equal": "x" }'),
    policy('{ "allof": [] }'),
    policy('{ "field": "a", "exists": "yes" }'),
    policy('{ "field": "a" }'),
    '{ "id": "a", "title": "T", "severity": "hihg", "require": true }',
]) {
    check(`a mistake is marked: ${wrong}`, (await diagnose(wrong)).length > 0, []);
}

const names = readdirSync(policies).filter(name => name.endsWith('.policy.json'));
check('there are built-in policies', names.length > 10, names);
for (const name of names) {
    const found = await diagnose(readFileSync(join(policies, name), 'utf8'));
    check(`nothing is marked in ${name}`, found.length === 0, found);
}

for (const failure of failures) console.error(failure);
console.log(`${names.length} policies, ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);
