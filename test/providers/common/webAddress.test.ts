import {
	callbackAddress,
	requireReachable,
	webAddress,
} from '../../../nodes/providers/common/webAddress';

const PROVIDER = 'https://api.example.com/v1';

test.each([
	'http://localhost:5678/webhook/1',
	'https://localhost/webhook/1',
	'https://localhost./webhook/1',
	'https://n8n.localhost/webhook/1',
	'http://127.0.0.1:5678/webhook/1',
	'https://127.1/webhook/1',
	'https://2130706433/webhook/1',
	'https://0.0.0.0/webhook/1',
	'https://10.1.2.3/webhook/1',
	'https://172.16.0.1/webhook/1',
	'https://172.31.255.1/webhook/1',
	'https://192.168.178.20/webhook/1',
	'https://169.254.1.1/webhook/1',
	'http://[::1]:5678/webhook/1',
	'https://[::]/webhook/1',
	'https://[::ffff:127.0.0.1]/webhook/1',
	'https://[fd00::7]/webhook/1',
	'https://[fe80::7]/webhook/1',
	'https://n8n/webhook/1',
	'https://n8n:5678/webhook/1',
	'https://host.docker.internal/webhook/1',
	'https://raspberrypi.local/webhook/1',
	'https://n8n.lan/webhook/1',
])('%s is not reached from the internet', (address) => {
	expect(() => requireReachable(address, PROVIDER)).toThrow(/cannot reach it/);
	// A stand-in, or a gateway beside n8n, can.
	expect(() => requireReachable(address, 'http://127.0.0.1:8080')).not.toThrow();
});

test.each([
	undefined,
	'https://n8n.example.com/webhook/1',
	'https://203.0.113.7/webhook/1',
	'https://172.32.0.1/webhook/1',
	'https://192.169.0.1/webhook/1',
	'https://100.example.com/webhook/1',
	'https://10.example.com/webhook/1',
	'https://[2001:db8::7]/webhook/1',
	'https://localhost.example.com/webhook/1',
	'https://my.local.example.com/webhook/1',
])('%s is', (address) => {
	expect(() => requireReachable(address, PROVIDER)).not.toThrow();
});

test.each([
	['https://n8n.example.com/webhook-test/1/voice-call', /is a test URL/],
	['http://n8n.example.com/webhook/1', /does not start with https/],
	['n8n.example.com/webhook/1', /is not a web address/],
	['ftp://n8n.example.com/webhook/1', /does not start with https/],
])('%s takes no events', (address, expected) => {
	expect(() => callbackAddress(address, 'Callback URL')).toThrow(expected);
});

describe('an address that secrets are sent to', () => {
	test.each([
		['https://api.example.com/v1', 'https://api.example.com/v1'],
		['https://API.Example.com/', 'https://API.Example.com'],
		[' https://api.example.com:443 ', 'https://api.example.com:443'],
		['https://api.example.com:8443/a//', 'https://api.example.com:8443/a'],
		['HTTPS://api.example.com', 'HTTPS://api.example.com'],
		['https://203.0.113.7', 'https://203.0.113.7'],
		['https://[2001:DB8::7]:8443/v1', 'https://[2001:DB8::7]:8443/v1'],
		['http://127.0.0.1:5678', 'http://127.0.0.1:5678'],
		['http://localhost:80', 'http://localhost:80'],
		['http://[::1]:5678', 'http://[::1]:5678'],
		// Written out, everybody sees what it is.
		['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
	])('%s', (address, expected) => {
		expect(webAddress(address, 'Base URL')).toBe(expected);
	});

	const MORE = /^Base URL has more than a host and a path\.$/;
	const OTHER = /^Base URL has a host or a port that is not what it looks like\.$/;
	test.each([
		// A name or a password beside the host, an empty one as well.
		['https://user@api.example.com', MORE],
		['https://user:pw@api.example.com', MORE],
		['https://:pw@api.example.com', MORE],
		['https://:@api.example.com', MORE],
		['https://@api.example.com', MORE],
		['https://api.example.com@evil.example', MORE],
		['https://api.example.com%2F@evil.example', MORE],
		['https://api.example.com:443@evil.example', MORE],
		['https://api.example.com?', MORE],
		['https://api.example.com/?a=1', MORE],
		['https://api.example.com#', MORE],
		// Another host than it looks like.
		['https://api.example.com\\@evil.example', MORE],
		['https://api.example.com\\.evil.example', OTHER],
		['https://evil.example\\api.example.com', OTHER],
		['https:\\\\api.example.com', OTHER],
		['https:/api.example.com', OTHER],
		['https:api.example.com', OTHER],
		['https:///api.example.com', OTHER],
		['https://\u0430pi.example.com', OTHER],
		['https://api\u3002example.com', OTHER],
		['https://\uff41pi.example.com', OTHER],
		['https://api.exam\u00adple.com', OTHER],
		['https://api.exam\u200bple.com', OTHER],
		['https://b\u00fccher.example', OTHER],
		['https://%61pi.example.com', OTHER],
		['https://api.exa\tmple.com', OTHER],
		['https://api.exa\nmple.com', OTHER],
		['https://api.example.com.', OTHER],
		['https://api.example.com.:443', OTHER],
		['https://api.example.com:0', OTHER],
		['https://api.example.com:00443', OTHER],
		['https://api.example.com:', OTHER],
		['https://2130706433', OTHER],
		['https://0x7f.1', OTHER],
		['https://127.1', OTHER],
		['https://0177.0.0.1', OTHER],
		['https://api.example.com/v1\\..', /characters that stand in no web address/],
		['https://api.example.com/v\t1', /characters that stand in no web address/],
		['https://api.example.com/v\u200b1', /characters that stand in no web address/],
		['https://api.example.com:65536', /is not a web address/],
		['https://a b.example', /is not a web address/],
		['https://', /is not a web address/],
		['//api.example.com', /is not a web address/],
		['http://api.example.com', /does not start with https/],
		['http://127.0.0.1.example.com', /does not start with https/],
		['file:///etc/passwd', /does not start with https/],
		[undefined, /is not a web address/],
		[['https://api.example.com'], /is not a web address/],
	])('not %j', (address, expected) => {
		expect(() => webAddress(address, 'Base URL')).toThrow(expected);
	});
});
