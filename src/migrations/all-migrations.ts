/**
 * Every step from one format of a collection to the next, oldest first. A release that changes what people or the robot write adds one
 * here, raises `format` in the schema (`src/model/collection.ts`, `src/model/status.ts`) and says so in CHANGELOG.md.
 */
import type { Migration } from './migration.ts';

export const allMigrations: readonly Migration[] = [];
