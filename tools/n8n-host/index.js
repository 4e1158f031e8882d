'use strict';

/**
 * A real n8n to test in: installed once, started on 127.0.0.1, driven over the addresses that its
 * own editor uses, and stopped without a trace. The demo, the tests and the benchmarks use nothing else.
 *
 *     const { itemsOf, packPackage, startN8n, waitForWebhook } = require('.');
 *
 *     const host = await startN8n({ tarball: await packPackage() });
 *     const client = await host.signIn();
 *     const workflow = await client.createWorkflow({ name, nodes, connections });
 *     await client.activate(workflow.id);
 *     const url = client.webhookUrl(await client.webhookPath(workflow.nodes[0]));
 *     await waitForWebhook(url);
 *     const answer = await fetch(url, { method: 'POST', headers, body });
 *     const [execution] = await client.waitForExecutions(workflow.id, 1);
 *     itemsOf(await client.getExecution(execution.id), 'Voice Call Trigger');
 *     await host.stop();
 *
 * startN8n(options) gives a host:
 *
 *     url, port, healthPort, brokerPort   where it listens (healthPort: workers only)
 *     pid, isRunning(), exited()          the n8n process; it leads a process group of its own
 *     userFolder, env, owner, version     what it was started with; owner = { email, password }
 *     stopped                             whether stop() was called, by whomever, also by Ctrl-C
 *     logs, lastLines()                   everything it printed so far, over all restarts
 *     signIn()                            a client, see client.js; sets the owner up the first time
 *     stop()                              SIGTERM, SIGKILL after 20 s; a throw-away folder is removed
 *     kill()                              SIGKILL at once, the user folder stays
 *     restart()                           again with the same folder, ports and settings, also after kill()
 *
 * Queue mode: `command: 'start' | 'webhook' | 'worker'`, one N8N_ENCRYPTION_KEY and the database
 * and Redis settings in `env`; each process gets a user folder and ports of its own.
 *
 * A host with `INSPECTED` of inspector.js in its `env` can be looked into: memory in use, texts in the heap.
 *
 * No host outlives the process that started it: Ctrl-C and SIGTERM stop it properly, and should
 * that process vanish (exception, SIGKILL), a guard process kills what is left (guardProcess.js).
 *
 * Environment: `N8N_VERSION` chooses another n8n, `VOICE_CALL_CACHE` another folder for what is
 * installed. Foreseen failures are `HostFailure`s whose message says what happened and what to do.
 */
const { connect } = require('./client');
const { itemsOf } = require('./executions');
const { HostFailure, reportFailure } = require('./failure');
const { installN8n } = require('./install');
const { installPackage } = require('./installPackage');
const { releaseLock, takeLock } = require('./lock');
const { npm } = require('./npm');
const { packPackage } = require('./pack');
const { cacheFolder, PROJECT } = require('./places');
const { assertPortIsFree, freePort } = require('./ports');
const { run } = require('./run');
const { startN8n } = require('./start');
const { waitForWebhook } = require('./webhooks');

module.exports = {
	PROJECT,
	HostFailure,
	assertPortIsFree,
	cacheFolder,
	connect,
	freePort,
	installN8n,
	installPackage,
	itemsOf,
	npm,
	packPackage,
	releaseLock,
	reportFailure,
	run,
	startN8n,
	takeLock,
	waitForWebhook,
};
