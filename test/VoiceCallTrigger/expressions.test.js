'use strict';

/**
 * A form whose fields are expressions that give what nobody meant: nobody is let in by it, no execution
 * fails for it, and publishing says why.
 */

const { openEndpoint } = require('./endpoint');
const { genuine, subjectOf } = require('./subjects');

const husky = subjectOf('huskyVoice');
/** Whose form has the option at hand. */
const having = { timestampTolerance: subjectOf('voxifi'), acceptPlaintext: subjectOf('enableX') };

let endpoint;
afterEach(async () => await endpoint.close());

/** What a genuine event is answered, what is left of it, and what publishing says. */
async function tried(parameters) {
	const subject = having[Object.keys(parameters.options ?? {})[0]] ?? husky;
	endpoint = await openEndpoint(subject, parameters);
	const { status, text } = await endpoint.send(genuine(subject));
	const problem = await endpoint.activate().then(
		() => undefined,
		(error) => error.message,
	);
	const { executions, failures, lines } = endpoint;
	return { status, text, problem, runs: executions.length, failures, lines };
}

const nothing = [
	'={{ undefined }}',
	'={{ null }}',
	'={{ "" }}',
	'={{ $vars.nothing }}',
	'={{ [] }}',
];
const another = ['={{ {} }}', '={{ 7 }}', '={{ true }}', '={{ ["a", 7] }}', '={{ NaN }}'];
const failing = [
	'={{ $json.a.b.c }}',
	'={{ $env.NOPE }}',
	'={{ nope() }}',
	'={{ $("No Node").item }}',
];
const blank = ['={{ " " }}', '={{ "\u200b" }}', '={{ "undefined" }}', '={{ "," }}'];

/**
 * A form in which one field is an expression, and what publishing says about it.
 *
 * @param {string} field
 * @param {Record<string, unknown>} form
 * @returns {[field: string, form: Record<string, unknown>, said: RegExp]}
 */
const row = (field, form, said = new RegExp(`${field}|expression`)) => [field, form, said];
const forms = [
	...[...nothing, ...another, ...failing, ...blank].map((value) =>
		row('IP Allowlist', { options: { ipAllowlist: value } }, /allowlist|expression/),
	),
	...[...nothing, ...another, ...failing, ...blank]
		.filter((value) => value !== '={{ 7 }}')
		.map((value) => row('Timestamp Tolerance', { options: { timestampTolerance: value } })),
	...[...nothing, '={{ 7 }}', '={{ "yes" }}', ...failing].flatMap((value) => [
		row('Ignore Duplicates', { options: { ignoreDuplicates: value } }),
		row('Include Raw Body', { options: { includeRawBody: value } }),
		row('Accept Plaintext', { options: { acceptPlaintext: value } }),
	]),
	...[...nothing.slice(0, 4), ...another, '={{ "call.completed" }}'].map((value) =>
		row('Events', { events: value }, /Events is not a list/),
	),
	...['', 'nobody', '={{ null }}', '={{ ["huskyVoice"] }}', 'constructor', '__proto__'].map(
		(value) => row('Trigger On', { provider: value }, /provider/),
	),
];

test.each(forms)(
	'%s, %j: 503 and a reason, no run and no failed execution',
	async (_, form, words) => {
		const { status, text, problem, runs, failures, lines } = await tried(form);
		expect([status, text]).toEqual([503, '{"error":"unavailable"}']);
		expect([runs, failures]).toEqual([0, []]);
		expect(lines.map(({ level }) => level)).toEqual(['error']);
		expect(problem).toMatch(words);
	},
);

test.each([
	[{ options: { ipAllowlist: '={{ ["127.0.0.1", "::1"] }}' } }],
	[{ options: { timestampTolerance: '={{ "900" }}' } }],
	[{ options: { ignoreDuplicates: '={{ "true" }}' } }],
	[{ options: { includeRawBody: '={{ " TRUE " }}' } }],
	[{ options: { acceptPlaintext: '={{ "false" }}' } }],
])('%j is taken', async (form) => {
	const { status, problem, runs } = await tried(form);
	expect([status, problem, runs]).toEqual([200, undefined, 1]);
});

test('text counts as it reads: duplicates are let through, and the raw body is there', async () => {
	const form = { options: { ignoreDuplicates: '={{ "false" }}', includeRawBody: '={{ "true" }}' } };
	endpoint = await openEndpoint(husky, form);
	const delivery = genuine(husky);
	for (const _ of [1, 2]) expect((await endpoint.send(delivery)).status).toBe(200);
	expect(endpoint.executions).toHaveLength(2);
	expect(endpoint.executions[0].rawBody).toBe(delivery.body.toString());
});
