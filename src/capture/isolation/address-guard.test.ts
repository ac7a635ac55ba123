import assert from 'node:assert/strict';
import type { LookupFunction } from 'node:net';
import { describe, test } from 'node:test';
import type { CaptureFault } from '../capture-fault.ts';
import { guardLookup, isPrivateAddress, refusePrivate, refusePrivateName } from './address-guard.ts';

const isPrivate = { code: 'private-address' };

describe('an address that is no host of the public internet', () => {
	for (const ip of [
		'0.0.0.0',
		'10.255.0.1',
		'100.64.0.1',
		'100.127.255.255',
		'127.0.0.1',
		'127.255.255.254',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.0.0.8',
		'192.0.2.1',
		'192.168.1.1',
		'198.19.0.1',
		'198.51.100.7',
		'203.0.113.9',
		'224.0.0.1',
		'239.255.255.250',
		'240.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::7f00:1',
		'::ffff:127.0.0.1',
		'::ffff:a00:1',
		'fe80::1',
		'fe80::1%eth0',
		'fec0::1',
		'fc00::1',
		'fd12:3456::1',
		'ff02::1',
		'2001:db8::1',
		'2001::1',
		'3fff::1',
		'64:ff9b::10.0.0.1',
		'64:ff9b:1::1',
		'2002:7f00:1::',
		'2002:a00:1::1',
		'100::1',
		'no address',
	]) {
		test(`is ${ip}`, () => assert.equal(isPrivateAddress(ip), true));
	}
	for (const ip of [
		'1.1.1.1',
		'100.63.255.255',
		'100.128.0.0',
		'172.15.0.1',
		'172.32.0.1',
		'192.0.1.1',
		'223.255.255.255',
		'2606:4700::1111',
		'2a00:1450:4001::1',
		'::ffff:8.8.8.8',
		'64:ff9b::808:808',
		'2002:808:808::1',
		'2001:200::1',
	]) {
		test(`is not ${ip}`, () => assert.equal(isPrivateAddress(ip), false));
	}
});

describe('an address in figures or a local name', () => {
	for (const host of [
		'127.0.0.1',
		'0x7f.1',
		'2130706433',
		'0177.0.0.1',
		'127.1',
		'127.0.0.1.',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'[::ffff:7f00:1]',
		'localhost',
		'LOCALHOST.',
		'a.localhost',
		'printer.local',
		'metadata.google.internal',
		'router.home.arpa',
		'intranet',
		'1②7.0.0.1',
	]) {
		test(`is refused: ${host}`, () => {
			assert.throws(() => refusePrivateName(`https://${host}/terms`), isPrivate);
		});
	}
	for (const host of [
		'tern.example.com',
		'localhost.example.com',
		'8.8.8.8',
		'[2606:4700::1111]',
		'local.example.org',
	]) {
		test(`is not refused: ${host}`, () => refusePrivateName(`https://${host}/terms`));
	}
});

/** Answers each question with the next of these lists. */
function lookupOf(...answers: string[][]): LookupFunction {
	return (_, options, callback) => {
		const found = (answers.shift() ?? []).map((address) => ({
			address,
			family: address.includes(':') ? 6 : 4,
		}));
		if (found.length === 0) callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '');
		else if (options.all === true) callback(null, found);
		else callback(null, found[0]?.address ?? '', found[0]?.family);
	};
}

const ask = (lookup: LookupFunction, all: boolean) =>
	new Promise((resolve, reject) => {
		lookup('tern.example', { all }, (error, address) => (error ? reject(error) : resolve(address)));
	});

describe('a name', () => {
	test('that leads into a private network is refused by the lookup that connects, each time', async () => {
		const lookup = guardLookup(lookupOf(['8.8.8.8'], ['8.8.8.8', '10.0.0.1'], ['::1'], []));
		assert.deepEqual(await ask(lookup, true), [{ address: '8.8.8.8', family: 4 }]);
		await assert.rejects(ask(lookup, true), isPrivate);
		await assert.rejects(ask(lookup, false), isPrivate);
		await assert.rejects(ask(lookup, false), { code: 'ENOTFOUND' });
	});

	test('that leads elsewhere is answered as it was asked', async () => {
		assert.equal(await ask(guardLookup(lookupOf(['8.8.8.8'])), false), '8.8.8.8');
	});

	test('is refused ahead of a browser’s visit, and left alone where it cannot be found', async () => {
		await assert.rejects(
			refusePrivate('https://tern.example.com/', lookupOf(['192.168.0.1'])),
			(fault: CaptureFault) => {
				assert.equal(fault.code, 'private-address');
				assert.match(fault.message, /tern\.example\.com.*192\.168\.0\.1.*\n.*privateAddresses/s);
				return true;
			},
		);
		await refusePrivate('https://tern.example.com/', lookupOf(['8.8.8.8']));
		await refusePrivate('https://tern.example.com/', lookupOf());
	});
});
