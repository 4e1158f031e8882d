import { HuskyVoiceInboundUrlApi } from '../../../credentials/HuskyVoiceInboundUrlApi.credentials';
import { adviceText } from '../../../nodes/providers/common/advice';
import { inboundUrlProblem } from '../../../nodes/providers/huskyVoice/inboundUrl';

const MARK = 'not-to-be-told';

test.each([
	`https://api.huskyvoice.ai/v1/hooks/${MARK}`,
	`http://127.0.0.1:8080/${MARK}`,
	`http://localhost/${MARK}`,
	`http://[::1]:3000/${MARK}`,
])('%s is fine', (url) => {
	expect(inboundUrlProblem(url)).toBeUndefined();
});

const wrong: Array<[string, string]> = [
	['', 'is empty'],
	['  ', 'is empty'],
	[` https://api.huskyvoice.ai/${MARK}`, 'space'],
	[`https://api.huskyvoice.ai/${MARK}\n`, 'line break'],
	[MARK, 'not a web address'],
	[`api.huskyvoice.ai/v1/hooks/${MARK}`, 'not a web address'],
	[`http://api.huskyvoice.ai/${MARK}`, 'does not start with https://'],
	[`http://localhost.example.com/${MARK}`, 'does not start with https://'],
	[`http://127.0.0.1.example.com/${MARK}`, 'does not start with https://'],
	[`http://localhost@example.com/${MARK}`, 'does not start with https://'],
	[`https://user@api.huskyvoice.ai/${MARK}`, 'more than a host and a path'],
	[`https://:pw@api.huskyvoice.ai/${MARK}`, 'more than a host and a path'],
	[`https://@api.huskyvoice.ai/${MARK}`, 'more than a host and a path'],
	[`https://api.huskyvoice.ai:0/${MARK}`, 'not what it looks like'],
	[`https://api.huskyvoice.ai./${MARK}`, 'not what it looks like'],
	[`https://\u0430pi.huskyvoice.ai/${MARK}`, 'not what it looks like'],
	[`https://api.huskyvoice.ai\\evil/${MARK}`, 'not what it looks like'],
	[`https://api.huskyvoice.ai/${MARK}?a=1`, 'more than a host and a path'],
	[`https://api.huskyvoice.ai/${MARK}#a`, 'more than a host and a path'],
	[`ftp://127.0.0.1/${MARK}`, 'does not start with https://'],
	[`file:///${MARK}`, 'does not start with https://'],
	[`javascript:${MARK}`, 'does not start with https://'],
];

test.each(wrong)('%j is refused: %s', (url, words) => {
	const found = inboundUrlProblem(url);
	const problem = found && adviceText(found);
	expect(problem).toContain(words);
	expect(problem).toMatch(/^The inbound URL .+[^ ]\. (Copy|Paste) .+\.$/);
	expect(problem).not.toContain(MARK);
});

describe('the credential', () => {
	const { authenticate } = new HuskyVoiceInboundUrlApi();

	it('puts the URL into a request that does not have it, and leaves the rest alone', async () => {
		const secretInboundUrl = `https://api.huskyvoice.ai/v1/hooks/${MARK}`;
		const request = {
			method: 'POST',
			url: '/',
			baseURL: 'https://example.com',
			body: { action: 'call.create' },
		} as const;
		await expect(authenticate({ secretInboundUrl }, request)).resolves.toEqual({
			method: 'POST',
			url: secretInboundUrl,
			baseURL: undefined,
			body: { action: 'call.create' },
		});
		expect(request.url).toBe('/');
	});

	it('leaves out a slash at the end', async () => {
		const secretInboundUrl = `https://api.huskyvoice.ai/v1/hooks/${MARK}`;
		const credential = { secretInboundUrl: `${secretInboundUrl}/` };
		await expect(authenticate(credential, { url: '/' })).resolves.toMatchObject({
			url: secretInboundUrl,
		});
	});

	it.each([...wrong.map(([url]) => url), undefined, 42])('sends nothing to %j', async (url) => {
		const credential = { secretInboundUrl: url as string };
		const attempt = authenticate(credential, { url: '/' });
		await expect(attempt).rejects.toThrow('inbound URL');
		await expect(attempt).rejects.not.toThrow(MARK);
	});
});
