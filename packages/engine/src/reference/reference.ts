// The files below `data/` in, everything the engine knows of the world out: checked and frozen.
import type { Effect } from '../model/entity.ts';
import type { LegalStatus } from '../model/legal-status.ts';
import { buildBatchColumns, type BatchColumns } from './batch-columns.ts';
import { buildChainReference, type ChainReference } from './chain-reference.ts';
import { buildFollowTheMoney, type FollowTheMoney } from './follow-the-money.ts';
import { buildJapaneseAddresses, type JapaneseAddressReference } from './japanese-addresses.ts';
import { buildLatinAddresses, type LatinAddressReference } from './latin-addresses.ts';
import { buildNameReference, type NameReference } from './name-reference.ts';
import { onceForFiles } from './once-for-files.ts';
import { buildOwnershipReference, type OwnershipReference } from './ownership-rules.ts';
import { buildQuestionnaires, type Questionnaire } from './questionnaires.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildProtectedTopics } from './protected-data.ts';
import { buildRetention, type RetentionReference } from './retention.ts';
import { buildSignalReference, type SignalReference } from './signal-reference.ts';
import { buildTerritories, type NamedTerritories } from './territories.ts';
import { buildWatchmanNames, type WatchmanNames } from './watchman-names.ts';
import { buildYenteNames, type YenteNames } from './yente-names.ts';
import { buildMessageCatalogues, type Language, type LanguageCatalogue } from './message-catalogues.ts';
import { buildToldToApplicants, type ToldToApplicants } from './told-to-applicants.ts';
import { buildEffects, buildLegalStatuses, type EffectMeaning, type LegalStatusMeaning } from './vocabularies.ts';

export interface Reference {
  readonly names: NameReference;
  readonly japaneseAddresses: JapaneseAddressReference;
  readonly latinAddresses: LatinAddressReference;
  readonly signals: SignalReference;
  readonly territories: NamedTerritories;
  readonly effects: ReadonlyMap<Effect, EffectMeaning>;
  readonly legalStatuses: ReadonlyMap<LegalStatus, LegalStatusMeaning>;
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly batchColumns: BatchColumns;
  readonly ownership: OwnershipReference;
  readonly chain: ChainReference;
  readonly retention: RetentionReference;
  /** Of entries of lists; each view of one by a person is sealed. */
  readonly protectedTopics: ReadonlySet<string>;
  readonly followTheMoney: FollowTheMoney;
  readonly yenteNames: YenteNames;
  readonly watchmanNames: WatchmanNames;
  /** What people read, by language. */
  readonly messages: ReadonlyMap<Language, LanguageCatalogue>;
  readonly toldToApplicants: ToldToApplicants;
}

/**
 * Files handed in once more have their tables already.
 * @throws Problem `reference.invalid`, with the file and the place in it.
 */
export const buildReference: (files: ReferenceFiles) => Reference = onceForFiles((files) => {
  const names = buildNameReference(files);
  return Object.freeze({
    names,
    japaneseAddresses: buildJapaneseAddresses(files, names.characters),
    latinAddresses: buildLatinAddresses(files),
    signals: buildSignalReference(files, names),
    territories: buildTerritories(files),
    effects: buildEffects(files),
    legalStatuses: buildLegalStatuses(files),
    questionnaires: buildQuestionnaires(files),
    batchColumns: buildBatchColumns(files),
    ownership: buildOwnershipReference(files),
    chain: buildChainReference(files),
    retention: buildRetention(files),
    protectedTopics: buildProtectedTopics(files),
    followTheMoney: buildFollowTheMoney(files),
    yenteNames: buildYenteNames(files, names.weights),
    watchmanNames: buildWatchmanNames(files),
    messages: buildMessageCatalogues(files),
    toldToApplicants: buildToldToApplicants(files),
  });
});
