import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CaptureFault } from './capture-fault.ts';

test('a fault keeps its facts and says them in one sentence, with its address and what to do', () => {
	const fault = new CaptureFault('too-many-redirects', 'https://tern.example/', {
		most: 10,
		target: 'https://tern.example/last',
	});
	assert.deepEqual(fault.facts, { most: 10, target: 'https://tern.example/last' });
	assert.equal(fault.code, 'redirects');
	assert.equal(fault.what, 'the page redirects more than 10 times, last to https://tern.example/last');
	assert.equal(
		fault.message,
		'https://tern.example/: the page redirects more than 10 times, last to https://tern.example/last\n  ' +
			'Open the address in a browser and put the address where it ends into the declaration.',
	);
});

test('a fault that crossed threads says the same as before', () => {
	const fault = new CaptureFault('page-takes-too-much', 'https://tern.example/', { bound: { seconds: 40 } });
	const { kind, where, facts } = structuredClone({
		kind: fault.kind,
		where: fault.where,
		facts: fault.facts,
	});
	assert.equal(new CaptureFault(kind, where, facts).message, fault.message);
});

test('a fault that may pass was tried again already where it was found under another address', () => {
	const found = new CaptureFault('server-down', 'https://tern.example/robots.txt', {
		status: 503,
		wait: null,
	});
	assert.equal(found.mayPass, true);
	assert.equal(new CaptureFault(found.kind, 'https://tern.example/terms', found.facts, found).mayPass, false);
	assert.equal(
		new CaptureFault('page-gone', 'https://tern.example/', { status: 404, wait: null }).mayPass,
		false,
	);
});
