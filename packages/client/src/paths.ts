// What the API takes and answers, as types. Made by scripts/api.ts: not edited by hand.

export interface paths {
  '/v1/session': {
    /** Sign in */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { name: string; passphrase: string; code?: string } } };
      responses: {
        200: { content: { 'application/json': SignedIn } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Who is signed in */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': SignedIn } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Sign out */
    delete: {
      parameters: { query?: never };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/invitations/accept': {
    /** Set the passphrase with a link that works once */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { token: string; passphrase: string; code?: string } } };
      responses: {
        200: { content: { 'application/json': SignedIn } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/person': {
    /** Set the language of the interface, and where one gets mail */
    patch: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { language?: string; mailAddress?: string } } };
      responses: {
        200: { content: { 'application/json': OwnPerson } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/second-factor': {
    /** A secret for a device of mine; it counts once a code of it was given back */
    post: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': OfferedFactor } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/second-factor/confirmations': {
    /** Turn it on with its first code; codes for paper are shown once */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { code: string } } };
      responses: {
        200: { content: { 'application/json': { recoveryCodes: string[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/second-factor/removals': {
    /** Turn it off, with a code */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { code: string } } };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/session/means': {
    /** By what one can sign in */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { passphrase: boolean; provider: boolean } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/provider': {
    /** Go to the identity provider to sign in */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/session/provider/return': {
    /** Come back from the identity provider */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/applications': {
    /** Hand in an order: it is vetted, sealed and answered */
    post: {
      parameters: { header?: { 'idempotency-key'?: string } };
      requestBody: {
        content: {
          'application/json': {
            id: string;
            policy: string;
            receivedOn: string;
            product: { id: string; name?: string; quantity?: number; value?: { amount: number; currency: string } };
            parties: {
              id: string;
              roles: (
                | 'buyer'
                | 'representative'
                | 'contact'
                | 'beneficial-owner'
                | 'instructing-person'
                | 'payer'
                | 'intermediate-consignee'
                | 'end-user'
                | 'related-person'
              )[];
              schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity';
              names: {
                text: string;
                kind?: 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';
                language?: string;
              }[];
              identifiers?: {
                type:
                  | 'jp-corporate-number'
                  | 'jp-registry-number'
                  | 'jp-invoice-number'
                  | 'jp-edinet-code'
                  | 'jp-securities-code'
                  | 'lei'
                  | 'uk-company-number'
                  | 'us-cik'
                  | 'us-uei'
                  | 'eu-vat'
                  | 'cn-uscc'
                  | 'cn-organisation-code'
                  | 'kr-business-number'
                  | 'kr-corporate-number'
                  | 'ru-inn'
                  | 'ru-ogrn'
                  | 'registration-number'
                  | 'tax-id'
                  | 'passport'
                  | 'national-id'
                  | 'identity-document'
                  | 'imo-number'
                  | 'mmsi'
                  | 'call-sign'
                  | 'duns'
                  | 'isin'
                  | 'swift-bic'
                  | 'crypto-wallet'
                  | 'aircraft-registration'
                  | 'other';
                value: string;
                country?: string;
              }[];
              addresses?: {
                full: string;
                postalCode?: string;
                country?: string;
                use?: 'seat' | 'office' | 'home' | 'delivery' | 'billing' | 'installation';
              }[];
              emails?: string[];
              phones?: string[];
              websites?: string[];
              birthDate?: string;
              gender?: 'male' | 'female';
              nationalities?: string[];
              country?: string;
              sector?: string;
              foundedOn?: string;
            }[];
            links?: {
              from: string;
              kind:
                | 'instructs'
                | 'spouse-of'
                | 'relative-of'
                | 'associate-of'
                | 'member-of'
                | 'employed-by'
                | 'director-of'
                | 'owns'
                | 'represents'
                | 'pays-for';
              to: string;
              share?: number;
              since?: string;
              until?: string;
              statedBy?: string;
            }[];
            answers?: { question: string; answer: string; by?: string; on?: string; evidence?: string }[];
            documents?: {
              file: string;
              sha256?: string;
              bytes?: number;
              party?: string;
              kind:
                | 'full-register-certificate'
                | 'current-register-certificate'
                | 'closed-register-certificate'
                | 'representative-certificate'
                | 'register-information'
                | 'seal-certificate'
                | 'beneficial-owner-list'
                | 'foreign-register-extract';
              issuer: string;
              issuedOn: string;
              certificateNo?: string;
              statedBy?: string;
              fields?: {
                name?: string;
                number?: string;
                address?: string;
                representatives?: string[];
                purposes?: string[];
                capital?: { amount: number; currency: string };
                establishedOn?: string;
              };
            }[];
            payment?: {
              payerName?: string;
              method?: 'bank-transfer' | 'card' | 'invoice' | 'cash' | 'crypto' | 'other';
              country?: string;
              prepaidInFull?: boolean;
            };
            delivery?: {
              method?: 'download' | 'shipment' | 'provisioning';
              address?: string;
              country?: string;
              recipient?: string;
            };
            network?: {
              ipAddress?: string;
              country?: string;
              kind?: 'access' | 'company' | 'hosting' | 'vpn' | 'tor';
              deviceId?: string;
              userAgent?: string;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json':
              | {
                  decisionId: string;
                  revision: number;
                  case: StoredCase;
                  evidence: Evidence;
                  decision: Decision;
                  /** Entries of lists, and incidents, of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
                  withheld: string[];
                  /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
                  toldBy?: string;
                }
              | FollowedApplication;
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Orders, the latest first: of others than analysts, officers and auditors their own alone */
    get: {
      parameters: {
        query?: {
          limit?: number;
          after?: string;
          state?: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
          told?: 'accepted' | 'being-examined' | 'information-needed' | 'not-accepted' | 'withdrawn';
          receivedSince?: string;
          policy?: string;
        };
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              items: ListedOrder[];
              /** On all pages. */
              total: number;
              /** `after` of the next page; absent on the last. */
              next?: string;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/applications/{id}': {
    /** An order as it stands now, and its decisions */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': ApplicationView } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/applications/{id}/status': {
    /** What the applicant may be told of an order */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': FollowedApplication } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/applications/{id}/letter': {
    /** What the applicant is told of an order, in a language of the product */
    get: {
      parameters: { path: { id: string }; query?: { language?: 'id' | 'en' | 'zh' | 'ja' | 'ar' | 'fr' } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': Explanation } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/applications/{id}/withdrawals': {
    /** The order is withdrawn */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { content: { 'application/json': DecidedCase } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/batches': {
    /** The tables that one has sent, the latest first */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: Batch[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Send a table of names: its columns are guessed, nothing is screened yet */
    post: {
      parameters: { query: { file: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': Batch } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/batches/{id}': {
    /** A table: what its columns hold, how far its screening is, how it ended */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': Batch } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Delete a table and what was made of it */
    delete: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/batches/{id}/screenings': {
    /** Screen every row of a table, as a job */
    post: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json': {
            columns?: {
              column: string;
              field?:
                | 'name'
                | 'alias'
                | 'former-name'
                | 'reading'
                | 'first-name'
                | 'middle-name'
                | 'last-name'
                | 'birth-date'
                | 'gender'
                | 'schema'
                | 'country'
                | 'nationality'
                | 'address'
                | 'street'
                | 'city'
                | 'region'
                | 'postal-code'
                | 'row-id'
                | 'jp-corporate-number'
                | 'jp-registry-number'
                | 'jp-invoice-number'
                | 'jp-edinet-code'
                | 'jp-securities-code'
                | 'lei'
                | 'uk-company-number'
                | 'us-cik'
                | 'us-uei'
                | 'eu-vat'
                | 'cn-uscc'
                | 'cn-organisation-code'
                | 'kr-business-number'
                | 'kr-corporate-number'
                | 'ru-inn'
                | 'ru-ogrn'
                | 'registration-number'
                | 'tax-id'
                | 'passport'
                | 'national-id'
                | 'identity-document'
                | 'imo-number'
                | 'mmsi'
                | 'call-sign'
                | 'duns'
                | 'isin'
                | 'swift-bic'
                | 'crypto-wallet'
                | 'aircraft-registration'
                | 'other';
            }[];
            schema?: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
            dates?: 'day-first' | 'month-first';
            minScore?: number;
            hits?: 'best' | 'all';
            discountsStated?: boolean;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': Batch } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/batches/{id}/rows': {
    /** The rows of a table that was screened, with what was found; or those that were refused */
    get: {
      parameters: {
        path: { id: string };
        query?: { kind?: 'match' | 'no-match' | 'unknown' | 'rejected'; after?: number; limit?: number };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': BatchRows } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/batches/{id}/results': {
    /** Every row that could be screened, with what was found, as CSV */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/batches/{id}/rejected': {
    /** The rows that were refused, with line and reason, as CSV */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/cases': {
    /** The queue: the longest due first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          after?: string;
          state?: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
          proposed?: 'approve' | 'review' | 'refuse';
          assignee?: string;
          policy?: string;
          overdue?: boolean;
          waiting?: boolean;
          text?: string;
          ids?: string[];
        };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': QueuePage } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/case-ages': {
    /** How many cases are open, by their age and how they stand to their due day */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': QueueAges } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}': {
    /** A case with its evidence, decision, notes and alerts */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': CaseView } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/views': {
    /** See specially protected data of a case too; who saw it and why is sealed */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { content: { 'application/json': CaseView } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/assignments': {
    /** Hand several cases to somebody; to nobody with an empty name */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { cases: string[]; to: string } } };
      responses: {
        200: { content: { 'application/json': { cases: string[]; to: string } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/notes': {
    /** Assign, comment, set a due day, withhold */
    post: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json':
            | { kind: 'assigned'; to: string }
            | { kind: 'commented'; text: string }
            | { kind: 'due'; on: string; reason: string }
            | { kind: 'no-tip-off'; isSet: boolean; reason: string };
        };
      };
      responses: {
        200: { content: { 'application/json': { notes: CaseNote[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/dispositions': {
    /** Say what a hit is; the case is vetted anew with it */
    post: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json': {
            party: string;
            entityId: string;
            verdict: 'true-match' | 'possible' | 'false-positive' | 'undetermined';
            ground:
              | 'other-birth-date'
              | 'other-gender'
              | 'other-nationality'
              | 'other-country'
              | 'other-address'
              | 'other-identifier'
              | 'other-kind'
              | 'other-name'
              | 'other-business'
              | 'no-longer-listed'
              | 'same-identifier'
              | 'same-birth-date'
              | 'same-address'
              | 'same-facts'
              | 'too-little-known'
              | 'other-ground';
            reason: string;
            until?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              decisionId: string;
              revision: number;
              case: StoredCase;
              evidence: Evidence;
              decision: Decision;
              /** Entries of lists, and incidents, of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
              withheld: string[];
              /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
              toldBy?: string;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/decisions': {
    /** Decide, or propose to a second person */
    post: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json': {
            outcome: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
            reason: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': DecidedCase } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/confirmations': {
    /** Agree, as a second person, with what was proposed */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { content: { 'application/json': DecidedCase } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/rejections': {
    /** Turn down what was proposed */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { content: { 'application/json': DecidedCase } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/exports': {
    /** Take a case out with all that proves it, as one file that is verified anywhere; that it was is sealed */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/checks/number': {
    /** What a number can be, and which register has it */
    get: {
      parameters: {
        query: {
          value: string;
          type?:
            | 'jp-corporate-number'
            | 'jp-registry-number'
            | 'jp-invoice-number'
            | 'jp-edinet-code'
            | 'jp-securities-code'
            | 'lei'
            | 'uk-company-number'
            | 'us-cik'
            | 'us-uei'
            | 'eu-vat'
            | 'cn-uscc'
            | 'cn-organisation-code'
            | 'kr-business-number'
            | 'kr-corporate-number'
            | 'ru-inn'
            | 'ru-ogrn'
            | 'registration-number'
            | 'tax-id'
            | 'passport'
            | 'national-id'
            | 'identity-document'
            | 'imo-number'
            | 'mmsi'
            | 'call-sign'
            | 'duns'
            | 'isin'
            | 'swift-bic'
            | 'crypto-wallet'
            | 'aircraft-registration'
            | 'other';
        };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: CheckedNumber[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/checks/name': {
    /** How a name is read: words, script, readings */
    get: {
      parameters: {
        query: {
          name: string;
          schema?: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
        };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': NameDescription } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/companies': {
    /** Companies of the registers by number or name */
    get: {
      parameters: { query: { text: string; register?: string[]; limit?: number } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { registers: RegisterLookUp[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/companies/at': {
    /** Companies of the registers at an address, under a telephone number or a domain; one of the three */
    get: {
      parameters: {
        query?: {
          address?: string;
          country?: string;
          phone?: string;
          domain?: string;
          register?: string[];
          limit?: number;
        };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { registers: PlaceLookUp[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/documents': {
    /** The documents of a case, each with its hash; of a translation the original, which rules */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: CaseDocument[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Put a document with a case: PDF, PNG, JPEG, TIFF or plain text in UTF-8 */
    post: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': AttachedDocument } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/documents/{sha256}': {
    /** A document as it was kept, for taking out; never to be shown in place */
    get: {
      parameters: { path: { id: string; sha256: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/events': {
    /** New entries of the record, as server-sent events */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/incidents': {
    /** Every incident in the version that stands, by id */
    get: {
      parameters: { query?: { limit?: number; after?: string } };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              items: IncidentSummary[];
              /** On all pages. */
              total: number;
              /** `after` of the next page; absent on the last. */
              next?: string;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Take incidents whole or not at all; the look-back that they owe is a job */
    post: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': TakenIncidents } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/incidents/{id}': {
    /** One incident, and the orders it has something in common with */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': IncidentView } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/incidents/{id}/views': {
    /** See what is claimed of whom too; who saw it and why is sealed */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { content: { 'application/json': IncidentView } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/incidents/{id}/claims': {
    /** Add what is reported of the standing of somebody whom it names */
    post: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            status:
              | 'REPORTED'
              | 'SUSPECTED'
              | 'WARRANT_ISSUED'
              | 'WANTED_NATIONAL'
              | 'WANTED_INTERNATIONAL'
              | 'ARRESTED'
              | 'REFERRED_TO_PROSECUTORS'
              | 'CHARGED'
              | 'NOT_INDICTED'
              | 'ACQUITTED'
              | 'CONVICTED'
              | 'SPENT'
              | 'SANCTIONED'
              | 'DEBARRED'
              | 'DELISTED'
              | 'RETRACTED';
            reason?: 'SUSPENDED' | 'INSUFFICIENT' | 'NO_SUSPICION' | 'REASON_UNKNOWN';
            offence?: string;
            authority: string;
            country?: string;
            date?: string;
            reportedBy: string;
            sourceUrl?: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': IncidentView } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/jobs': {
    /** Jobs, the latest due first, and how many of each state */
    get: {
      parameters: {
        query?: { limit?: number; after?: string; state?: 'waiting' | 'running' | 'done' | 'dead'; kind?: string };
      };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              items: ListedJob[];
              /** `after` of the next page; absent on the last. */
              next?: string;
              counts: { waiting?: number; running?: number; done?: number; dead?: number };
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/jobs/{id}': {
    /** A job, how far it is, what came of it */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': ListedJob } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/jobs/{id}/events': {
    /** How far a job is, as server-sent events: `progress` now and then, `ended` once it is over */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/jobs/{id}/retries': {
    /** Make a job due now, with all its tries before it */
    post: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': ListedJob } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/keys': {
    /** All keys; no secret of any */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: AccessKey[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Issue a key; its secret is shown once */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            duties: ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
            expiresOn?: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': IssuedKey } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/keys/{id}': {
    /** End a key, from now on */
    delete: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': AccessKey } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/alerts': {
    /** Alerts, the newest first */
    get: {
      parameters: { query?: { limit?: number; after?: string } };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              items: ShownAlert[];
              /** On all pages. */
              total: number;
              /** `after` of the next page; absent on the last. */
              next?: string;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/alert-counts': {
    /** How many alerts each list, register or other ground raised: waiting, and dealt with */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: AlertCount[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/look-backs': {
    /** Runs, done and owed */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: LookBack[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Have every look-back run that is owed, as a job; with a day also once more what changed since then */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { since?: string } } };
      responses: {
        200: { content: { 'application/json': ListedJob } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/people': {
    /** Everybody who may sign in */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: Person[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Add somebody; the answer has a link that works once */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            duties: ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
          };
        };
      };
      responses: {
        200: { content: { 'application/json': InvitedByLink } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/people/{id}': {
    /** Change somebody's duties, or keep them out */
    patch: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json': {
            duties?: ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
            isDisabled?: boolean;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': Person } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/people/{id}/invitations': {
    /** A new link for somebody; the old passphrase ends with its use */
    post: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': InvitedByLink } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/people/{id}/second-factor': {
    /** Take away the second factor of somebody who lost it */
    delete: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/people/{id}/subject': {
    /** Say whom the identity provider means by a subject */
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { subject: string } } };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/record': {
    /** What was signed of the record: checkpoints, receipts of witnesses, public keys */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': RecordStatements } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/entries': {
    /** What happened, in order; without what it seals */
    get: {
      parameters: { query?: { from?: number; limit?: number } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: ListedEntry[]; next?: number } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/latest': {
    /** The newest entries of a kind, about something, of days; `next` is the next `before` */
    get: {
      parameters: {
        query?: {
          before?: number;
          kind?:
            | 'folder-created'
            | 'edition-imported'
            | 'edition-confirmed-current'
            | 'policy-uploaded'
            | 'policy-put-in-force'
            | 'policy-activated'
            | 'application-received'
            | 'decision-made'
            | 'case-opened'
            | 'case-decided'
            | 'case-moved'
            | 'case-noted'
            | 'engine-activated'
            | 'incident-imported'
            | 'look-back-owed'
            | 'look-back-run'
            | 'register-pruned'
            | 'alert-raised'
            | 'entities-judged'
            | 'record-exported'
            | 'person-changed'
            | 'passphrase-set'
            | 'key-issued'
            | 'key-ended'
            | 'case-exported'
            | 'person-exported'
            | 'case-erased'
            | 'protected-data-viewed'
            | 'incident-viewed'
            | 'protected-entries-viewed'
            | 'key-rotated'
            | 'key-replaced'
            | 'webhook-changed'
            | 'webhook-ended'
            | 'second-factor-changed'
            | 'subject-bound'
            | 'setting-changed';
          subject?: string;
          since?: string;
          until?: string;
          limit?: number;
        };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: ListedEntry[]; next?: number } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/entries/{sequence}': {
    /** One entry with the salt and the payload that its seal is of */
    get: {
      parameters: { path: { sequence: number } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': ReadEntry } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/entries/{sequence}/views': {
    /** See specially protected data of an entry too; who saw it and why is sealed */
    post: {
      parameters: { path: { sequence: number } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { content: { 'application/json': OpenEntry } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/entries/{sequence}/proof': {
    /** One entry, the chain from it to a signature, and the key to check it */
    get: {
      parameters: { path: { sequence: number } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': EntryProof } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/verification': {
    /** Prove the record: the chain, its signatures, the tables and files against it */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': FolderProof } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/record/exports': {
    /** Take the whole record out, as one file that is verified anywhere; that it was is sealed */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/report': {
    /** How long, how much by itself, how much for nothing, how much is left; thirty days where none are named */
    get: {
      parameters: { query?: { from?: string; to?: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': Report } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/retention': {
    /** Until when a case is kept, and what erasing it would destroy */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': CaseKeeping } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/hold': {
    /** Set or release a legal hold: nothing held is erased */
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { isSet: boolean; reason: string } } };
      responses: {
        200: { content: { 'application/json': { notes: CaseNote[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/restriction': {
    /** Restrict what is kept of a case: kept and not used; or lift that, and vet the order anew. Where two people are needed, the second says the same */
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { isSet: boolean; reason: string } } };
      responses: {
        200: { content: { 'application/json': CaseRestriction } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/cases/{id}/erasures': {
    /** Destroy what is kept of a case but for its seals; where two people are needed, the second says the same */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { reason: string; isEarly?: boolean } } };
      responses: {
        200: { content: { 'application/json': CaseErasure } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/retention': {
    /** Every case of which something is kept: until when; or what is due */
    get: {
      parameters: { query?: { limit?: number; after?: string; due?: boolean } };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              items: KeptCase[];
              /** `after` of the next page; absent on the last. */
              next?: string;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/retention/runs': {
    /** Erase what is due, or ask for it where two people are needed */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: {
          content: {
            'application/json': {
              /** A second person must agree. */
              requested: string[];
              erased: string[];
              refused: { id: string; problem: ProblemDetails }[];
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/subject-access/searches': {
    /** Parties of all orders that may be a person; nothing is kept of it */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            schema?: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
            countries?: string[];
            nationalities?: string[];
            birthDate?: string;
            identifiers?: {
              type:
                | 'jp-corporate-number'
                | 'jp-registry-number'
                | 'jp-invoice-number'
                | 'jp-edinet-code'
                | 'jp-securities-code'
                | 'lei'
                | 'uk-company-number'
                | 'us-cik'
                | 'us-uei'
                | 'eu-vat'
                | 'cn-uscc'
                | 'cn-organisation-code'
                | 'kr-business-number'
                | 'kr-corporate-number'
                | 'ru-inn'
                | 'ru-ogrn'
                | 'registration-number'
                | 'tax-id'
                | 'passport'
                | 'national-id'
                | 'identity-document'
                | 'imo-number'
                | 'mmsi'
                | 'call-sign'
                | 'duns'
                | 'isin'
                | 'swift-bic'
                | 'crypto-wallet'
                | 'aircraft-registration'
                | 'other';
              value: string;
            }[];
          };
        };
      };
      responses: {
        200: { content: { 'application/json': { items: FoundParty[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/subject-access/exports': {
    /** All that is kept of a person, as one file; that it was given out is sealed */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            schema?: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
            countries?: string[];
            nationalities?: string[];
            birthDate?: string;
            identifiers?: {
              type:
                | 'jp-corporate-number'
                | 'jp-registry-number'
                | 'jp-invoice-number'
                | 'jp-edinet-code'
                | 'jp-securities-code'
                | 'lei'
                | 'uk-company-number'
                | 'us-cik'
                | 'us-uei'
                | 'eu-vat'
                | 'cn-uscc'
                | 'cn-organisation-code'
                | 'kr-business-number'
                | 'kr-corporate-number'
                | 'ru-inn'
                | 'ru-ogrn'
                | 'registration-number'
                | 'tax-id'
                | 'passport'
                | 'national-id'
                | 'identity-document'
                | 'imo-number'
                | 'mmsi'
                | 'call-sign'
                | 'duns'
                | 'isin'
                | 'swift-bic'
                | 'crypto-wallet'
                | 'aircraft-registration'
                | 'other';
              value: string;
            }[];
            including?: string[];
            reason: string;
          };
        };
      };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/screenings': {
    /** Compare one name with the lists in use */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            schema?: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
            countries?: string[];
            nationalities?: string[];
            birthDate?: string;
            identifiers?: {
              type:
                | 'jp-corporate-number'
                | 'jp-registry-number'
                | 'jp-invoice-number'
                | 'jp-edinet-code'
                | 'jp-securities-code'
                | 'lei'
                | 'uk-company-number'
                | 'us-cik'
                | 'us-uei'
                | 'eu-vat'
                | 'cn-uscc'
                | 'cn-organisation-code'
                | 'kr-business-number'
                | 'kr-corporate-number'
                | 'ru-inn'
                | 'ru-ogrn'
                | 'registration-number'
                | 'tax-id'
                | 'passport'
                | 'national-id'
                | 'identity-document'
                | 'imo-number'
                | 'mmsi'
                | 'call-sign'
                | 'duns'
                | 'isin'
                | 'swift-bic'
                | 'crypto-wallet'
                | 'aircraft-registration'
                | 'other';
              value: string;
            }[];
            limit?: number;
            minScore?: number;
            viewFor?: string;
            history?: boolean;
            filters?: {
              lists?: string[];
              topics?: string[];
              schemata?: (
                'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane'
              )[];
              countries?: string[];
              changedSince?: string;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /** Those that were searched in. */
              editions: ActiveEdition[];
              hits: {
                /** The party's name and the listed name that came closest. */
                partyName: string;
                listedName: string;
                entity: Entity;
                editionId: string;
                /** 0 to 1. */
                score: number;
                contributions: Contribution[];
                pairs: NamePair[];
                /** True when nothing but the name could be compared. */
                nameOnly: boolean;
                /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
                disputedBy: string[];
              }[];
              /** The parties that the hits are entries of, as all lists in use have them, in the order of their best hits. */
              parties: MergedEntity[];
              cutOff?: string;
              /** Nothing in the name can be searched for: no hit means nothing. */
              isUnreadable: boolean;
              /** Entries of lists, and incidents, of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
              withheld: string[];
              /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
              toldBy?: string;
              minScore: number;
              history?: HistoryScreening;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/settings': {
    /** What is set and from where; what may be changed here. No secrets */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': SettingsAnswer } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Change a setting; null: as it is usual again. It is sealed */
    patch: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: 'session.hours' | 'session.idle-minutes' | 'requests.per-minute' | 'screening.min-score';
            value: number | null;
            reason: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': SettingsAnswer } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/status': {
    /** What is in use and how fresh; what each policy lacks */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': FolderStatus } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/sources/{id}/editions': {
    /** Every edition of a source, oldest first */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { source: string; items: ImportedEdition[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/sources/{id}/delta': {
    /** What was added, changed and removed between two editions of a list */
    get: {
      parameters: { path: { id: string }; query: { from: string; to: string; limit?: number } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': EditionDiff } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/sources/{id}/imports': {
    /** Take official files, and have them read into an edition, put in use and looked back on, as a job */
    post: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': ImportJob } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/webhooks': {
    /** Addresses that are told what happens */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: Webhook[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Tell an address what happens from now on; the secret is shown once */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            url: string;
            events: (
              | 'application.received'
              | 'decision.made'
              | 'case.moved'
              | 'proposal.waiting'
              | 'alert.raised'
              | 'edition.imported'
              | 'look-back.run'
            )[];
          };
        };
      };
      responses: {
        200: { content: { 'application/json': { webhook: Webhook; secret: string } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/webhooks/{id}': {
    /** Change a webhook, or stop telling it */
    patch: {
      parameters: { path: { id: string } };
      requestBody: {
        content: {
          'application/json': {
            name?: string;
            url?: string;
            events?: (
              | 'application.received'
              | 'decision.made'
              | 'case.moved'
              | 'proposal.waiting'
              | 'alert.raised'
              | 'edition.imported'
              | 'look-back.run'
            )[];
            isDisabled?: boolean;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': Webhook } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** End a webhook, with its log */
    delete: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/webhooks/{id}/deliveries': {
    /** What a webhook was told and is owed, the latest first */
    get: {
      parameters: { path: { id: string }; query?: { limit?: number; after?: string } };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              items: ListedJob[];
              /** `after` of the next page; absent on the last. */
              next?: string;
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/webhooks/{id}/deliveries/{delivery}/redeliveries': {
    /** Tell it again: the same message, signed anew */
    post: {
      parameters: { path: { id: string; delivery: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': ListedJob } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies': {
    /** The policies in use */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: ListedPolicy[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** A version is kept, and not in force */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { content: { 'application/json': PolicyVersion } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/checks': {
    /** Whether a text is a policy, with line and field; nothing is kept */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { content: { 'application/json': CheckedPolicy } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}/versions': {
    /** The versions that were uploaded, the last first */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { items: PolicyVersion[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}/versions/{sha256}': {
    /** The text of a version */
    get: {
      parameters: { path: { id: string; sha256: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { text: string } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}/activations': {
    /** A version is in force from a day on, today when none is said, by the word of another person than who uploaded it */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { sha256: string; from?: string; reason: string } } };
      responses: {
        200: { content: { 'application/json': PolicyVersion } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}': {
    /** A policy and the text it was read from */
    get: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': LoadedPolicy } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}/diff': {
    /** What a text says otherwise than the policy in use */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { content: { 'application/json': { differences: PolicyDifference[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}/trial': {
    /** What a text would have made of the past; nothing is kept */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { content: { 'application/json': PolicyTrial } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
}

export type AccessKey = {
  id: string;
  name: string;
  duties: Duty[];
  createdAt: string;
  createdBy: string;
  /** The last day on which it is taken. */
  expiresOn?: string;
  endedAt?: string;
};

export type ActiveEdition = { edition: Edition; confirmedCurrentOn: string; statedBy: string };

export type Address = {
  /** The whole address as one line, as the source writes it. */
  full: string;
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  /** ISO 3166-1 alpha-2, lower case. */
  country?: string;
};

export type AddressCheck = {
  party: string;
  /** As claimed. */
  address: string;
  /** Seven digits, as claimed beside the address or within it. */
  postalCode?: string;
  /** The place that was read, as a gazetteer writes it; the prefecture also where the municipality alone tells it. */
  prefecture?: string;
  municipality?: string;
  town?: string;
  postal: PostalVerdict;
  /** Places of the postal code, where it is not that of the address. */
  postalPlaces: string[];
  municipalityFound: PlaceVerdict;
  townFound: PlaceVerdict;
  /** Editions that were asked; none when no gazetteer is in use. */
  sources: { source: string; editionId: string }[];
};

export type AgeBand = {
  from: number;
  to?: number;
  /** Its due day is over. */
  overdue: number;
  /** Its due day is today or in the next three days. */
  soon: number;
  later: number;
  undated: number;
};

export type AlertCount = {
  kind?: AlertKind;
  /** The list or register; of another kind, every source of it together. */
  source?: string;
  /** Nobody has decided the case since. */
  waiting: number;
  dealtWith: number;
};

export type AlertKind = 'policy' | 'incident' | 'engine' | 'clearance' | 'confirmation' | 're-application';

export type Application = {
  delivery?: {
    address?: string;
    country?: string;
    method?: 'download' | 'shipment' | 'provisioning';
    /** The party that receives it. */
    recipient?: string;
  };
  links?: PartyLink[];
  answers?: ApplicationAnswer[];
  /** Certificates and the like, each a file beside the application. */
  documents?: ApplicationDocument[];
  payment?: {
    country?: string;
    /** As it stands on the transfer or the card. */
    payerName?: string;
    method?: 'other' | 'bank-transfer' | 'card' | 'invoice' | 'cash' | 'crypto';
    prepaidInFull?: boolean;
  };
  network?: {
    /** What the address is of, as a service that knows networks says. */
    kind?: 'access' | 'company' | 'hosting' | 'vpn' | 'tor';
    country?: string;
    ipAddress?: string;
    deviceId?: string;
    userAgent?: string;
  };
  /** The seller's reference; one application keeps it through every correction. */
  id: string;
  /** The policy to vet under: `jp-only-edition`. */
  policy: string;
  receivedOn: string;
  product: { name?: string; quantity?: number; value?: { amount: number; currency: string }; id: string };
  parties: Party[];
};

export type ApplicationAnswer = {
  /** Who gave it, when it is not the applicant on the form. */
  by?: string;
  on?: string;
  /** What it rests on: the SHA-256 of a document, a page, a talk. */
  evidence?: string;
  /** Of `data/questionnaires`: `instructed-by`, `end-use`, `resale`. */
  question: string;
  answer: string;
};

export type ApplicationDocument = {
  /** Of the file's bytes; filled in when the file is taken, and held against it when it is given. */
  sha256?: string;
  bytes?: number;
  /** Whom it is about; the buyer where it is left out. */
  party?: string;
  /** 認証番号, 照会番号, the number of the certificate. */
  certificateNo?: string;
  /** Who read the fields in it; the applicant where it is left out. */
  statedBy?: string;
  fields?: Stated;
  /** Its place below the folder of the application's file, with `/` between folders. */
  file: string;
  kind: DocumentKind;
  issuer: string;
  issuedOn: string;
};

export type ApplicationView = {
  case?: StoredCase;
  decisions: ViewedDecision[];
  id: string;
  revision: number;
  receivedAt: string;
  entry: number;
  application?: Application;
  /** The id of whoever handed it in; absent once erased. */
  submittedBy?: string;
  /** Entries of lists, and incidents, of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
  withheld: string[];
  /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
  toldBy?: string;
};

export type AssignedCase = {
  kind: 'assigned';
  /** Empty: nobody. */
  to: string;
  caseId: string;
  by: string;
  at: string;
};

export type AttachedDocument = {
  kind: 'attached';
  sha256: string;
  bytes: number;
  /** Its name where it came from, without folders. */
  file: string;
  documentKind: AttachmentKind;
  /** BCP 47: of what stands in it. */
  language: string;
  /** SHA-256 of the document of the same case that it says in another language. The original rules. */
  translationOf?: string;
  /** Of a translation: who made it; absent: a machine. */
  translatedBy?: string;
  caseId: string;
  by: string;
  at: string;
};

export type AttachmentKind =
  | 'identity-document'
  | 'full-register-certificate'
  | 'current-register-certificate'
  | 'closed-register-certificate'
  | 'representative-certificate'
  | 'register-information'
  | 'seal-certificate'
  | 'beneficial-owner-list'
  | 'foreign-register-extract'
  | 'news-report'
  | 'official-notice'
  | 'correspondence'
  | 'contract'
  | 'end-use-statement'
  | 'proof-of-payment'
  | 'other-document';

export type Batch = {
  state: BatchState;
  /** What was asked last. */
  screening?: { number: number; question: BatchQuestion };
  progress?: BatchProgress;
  counts?: BatchCounts;
  /** Why it failed. */
  problem?: { code: string; facts: { [name: string]: boolean | string | number } };
  /** As its owner calls it, without folders. */
  file: string;
  bytes: number;
  id: string;
  format: string;
  columns: ColumnSaid[];
  encoding?: string;
  receivedAt: string;
  /** Of a workbook: what is read, and what is not. */
  sheet?: { name: string; others: string[] };
  /** All of it is deleted then. */
  endsAt: string;
  /** The first rows. */
  sample: string[][];
};

export type BatchCounts = {
  /** Rows read, those that were refused among them. */
  rows: number;
  /** Rows with at least one hit. */
  matches: number;
  hits: number;
  rejected: number;
  /** Rows of which nothing could be searched for. */
  unreadable: number;
  /** Rows of which not all was searched. */
  cutOff: number;
  /** Rows whose every hit is below the threshold but for what the row states. */
  disputed: number;
  /** Rows whose birth date can be read two ways, so that only its year counted. */
  ambiguousDates: number;
};

export type BatchField =
  | 'jp-corporate-number'
  | 'jp-registry-number'
  | 'jp-invoice-number'
  | 'jp-edinet-code'
  | 'jp-securities-code'
  | 'lei'
  | 'uk-company-number'
  | 'us-cik'
  | 'us-uei'
  | 'eu-vat'
  | 'cn-uscc'
  | 'cn-organisation-code'
  | 'kr-business-number'
  | 'kr-corporate-number'
  | 'ru-inn'
  | 'ru-ogrn'
  | 'registration-number'
  | 'tax-id'
  | 'passport'
  | 'national-id'
  | 'identity-document'
  | 'imo-number'
  | 'mmsi'
  | 'call-sign'
  | 'duns'
  | 'isin'
  | 'swift-bic'
  | 'crypto-wallet'
  | 'aircraft-registration'
  | 'other'
  | 'alias'
  | 'reading'
  | 'name'
  | 'address'
  | 'schema'
  | 'country'
  | 'gender'
  | 'former-name'
  | 'first-name'
  | 'middle-name'
  | 'last-name'
  | 'birth-date'
  | 'nationality'
  | 'street'
  | 'city'
  | 'region'
  | 'postal-code'
  | 'row-id';

export type BatchProgress = {
  number: number;
  /** 0 to 1, of the table. */
  share: number;
  rows: number;
  rowsPerSecond: number;
  secondsLeft: number;
};

export type BatchQuestion = {
  /** What columns hold, where it is not as was guessed; without a field: nothing that is read. */
  columns: ColumnSaid[];
  schema?: Schema;
  dates?: DateOrder;
  minScore: number;
  hits: 'best' | 'all';
  discountsStated: boolean;
};

export type BatchRow = {
  /** Its place in the file of results, or of refused rows. */
  number: number;
  kind: BatchRowKind;
  /** As in the table. */
  cells: string[];
  score?: number;
  listedName?: string;
  list?: string;
  entityId?: string;
  /** Why two names are alike; of a refused row, why it was refused. */
  reason: string;
  note?: string;
  /** Of a refused row: where it stands in the table. */
  line?: number;
};

export type BatchRowKind = 'match' | 'no-match' | 'unknown' | 'rejected';

export type BatchRows = {
  columns: string[];
  items: BatchRow[];
  /** `after` of the next page; absent on the last. */
  next?: number;
};

export type BatchState = 'waiting' | 'done' | 'received' | 'screening' | 'failed';

export type Break = {
  /** The number of the entry. */
  sequence: number;
  /** Its place in the stored order, from 1, or where it should stand. */
  position: number;
  kind: BreakKind;
  reason: BreakReason;
  /** `found`: the number of the entry that stands there; `lastMissing`; `firstPossible`: rewritten from here at the earliest; of a checkpoint. */
  facts: { [name: string]: boolean | string | number };
};

export type BreakKind =
  'checkpoint' | 'removed' | 'altered' | 'inserted' | 'reordered' | 'rewritten' | 'truncated' | 'rolled-back';

export type BreakReason =
  | 'other-record'
  | 'malformed'
  | 'key-unknown'
  | 'key-differs'
  | 'key-not-trusted'
  | 'key-not-rotated'
  | 'key-retired'
  | 'signature-wrong'
  | 'hash-differs'
  | 'seal-differs'
  | 'payload-without-salt'
  | 'salt-without-payload'
  | 'sequence-differs'
  | 'previous-differs'
  | 'followed-as-another'
  | 'checkpoint-differs'
  | 'end-missing'
  | 'older-than-witnessed';

export type CaseComment = { kind: 'commented'; text: string; caseId: string; by: string; at: string };

export type CaseDocument = {
  documentKind: AttachmentKind;
  /** `order`: it was handed in with the application. */
  from: 'order' | 'people';
  language?: string;
  /** Of a translation: the document that rules. */
  translationOf?: string;
  /** Absent: a machine translated it. */
  translatedBy?: string;
  by?: string;
  at?: string;
  /** Its name where it came from, without folders. */
  file: string;
  sha256: string;
  bytes: number;
};

export type CaseDueDate = { kind: 'due'; on: string; reason: string; caseId: string; by: string; at: string };

export type CaseErasure = {
  caseId: string;
  /** `requested`: a second person must agree, and nothing is erased yet. */
  state: 'requested' | 'erased';
  /** Of the record, whose payload and salt are gone. */
  entries: number[];
  /** SHA-256 of the documents that are gone, and of those that another case names too. */
  documents: string[];
  sharedDocuments: string[];
  /** What was taken out of the record while the case stood in it: whoever has that has the case. */
  exports: CaseExported[];
};

export type CaseExported = {
  sequence: number;
  at: string;
  kind: EntryKind;
  /** Of the file. */
  sha256: string;
};

export type CaseKeeping = {
  caseId: string;
  retention?: CaseRetention;
  hold?: LegalHold;
  restriction?: Restriction;
  restrictionRequest?: Restriction;
  /** Its period has ended and nothing holds it. */
  isDue: boolean;
  needsTwo: boolean;
  request?: ErasureRequest;
  /** What erasing it destroys. Documents that another case names too would stay with that one. */
  losses: {
    entries: number;
    documents: number;
    /** What was taken out of the record with it: whoever has that keeps it. */
    exports: CaseExported[];
  };
};

export type CaseNote =
  | LegalHold
  | Restriction
  | ErasureRequest
  | ProposedStep
  | SettledProposal
  | Disposition
  | AssignedCase
  | CaseComment
  | CaseDueDate
  | TipOffWarning
  | AttachedDocument
  | EscalatedCase;

export type CaseRestriction = {
  caseId: string;
  /** `requested`: a second person must agree, and nothing is restricted yet. */
  state: 'lifted' | 'requested' | 'restricted';
  /** Of lifting: the decision of today, in which what lists said meanwhile stands. */
  decisionId?: string;
};

export type CaseRetention = {
  /** Somebody behind the order resembled an entry of a list, or a chain led to one. */
  isListed: boolean;
  class?: RetentionClass;
  /** The last day on which it is kept. */
  until?: string;
  /** That attach. */
  regimes: RetentionRegime[];
};

export type CaseState = 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';

export type CaseStep = {
  caseId: string;
  state: CaseState;
  by: string;
  reason: string;
  at: string;
  /** Who proposed it, where two people were needed: another person than `by`. */
  proposedBy?: string;
  /** Of `data/reason-codes.yml`. */
  code?: string;
};

export type CaseView = {
  case: StoredCase;
  application?: Application;
  revision: number;
  /** The last decision; absent once erased. */
  decisionId?: string;
  decision?: Decision;
  evidence?: Evidence;
  /** The entry of the record that seals the last decision with its evidence. */
  proof?: { sequence: number; hash: string };
  decisions: { id: string; outcome: Outcome; decidedAt: string }[];
  steps: CaseStep[];
  notes: CaseNote[];
  alerts: ShownAlert[];
  proposal?: ProposedStep;
  /** Entries of lists, and incidents, of which specially protected data (`data/protected-data.yml`, claims of legal status) was left out. */
  withheld: string[];
  /** What to ask for it with a reason, which is sealed with who asked; absent when nothing was left out. */
  toldBy?: string;
};

export type ChainEnd = 'listed' | 'refused' | 'refusal-proposed';

export type ChangeableSetting =
  'session.hours' | 'session.idle-minutes' | 'requests.per-minute' | 'screening.min-score';

export type CheckedNumber = {
  fact?: RegisterFact;
  identifier: Identifier;
  stated?: StatedNumber;
  state: IdentifierState;
  /** The value in its one normal form; absent when the format is invalid. */
  normalised?: string;
};

export type CheckedPolicy = {
  /** How many. */
  rules: number;
  /** Of the policy file's bytes. */
  sha256: string;
  id: string;
  /** Lists and registers the policy needs, with their greatest age in days. Not fresh: a gap. */
  sources: { source: string; required: boolean; maxAgeDays: number }[];
  title: string;
  version: number;
};

export type Checkpoint = {
  recordId: string;
  sequence: number;
  hash: string;
  at: string;
  /** SHA-256 of the public key (SPKI, DER), lower-case hex. */
  keyId: string;
  /** Ed25519 over the canonical JSON of the fields above, base64. */
  signature: string;
};

export type ClearanceTerms = { days: number; partyFields: SignificantOfParty[]; entityFields: SignificantOfEntity[] };

export type ClearedHit = {
  clearance: { at: string; by: string; caseId: string; ground: DispositionGround; until: string };
  party: string;
  /** The party's name and the listed name that came closest. */
  partyName: string;
  listedName: string;
  entity: Entity;
  editionId: string;
  /** 0 to 1. */
  score: number;
  contributions: Contribution[];
  pairs: NamePair[];
  /** True when nothing but the name could be compared. */
  nameOnly: boolean;
  /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
  disputedBy: string[];
};

export type ColumnSaid = { column: string; field?: BatchField };

export type ComparedField = {
  added?: unknown[];
  removed?: unknown[];
  /** What stands in it was left out, as it speaks of crimes. */
  isWithheld?: true;
  field: string;
  before?: unknown;
  after?: unknown;
};

export type Confirmation = {
  party: string;
  register: string;
  editionId?: string;
  verdict: ConfirmationVerdict;
  /** How the company was looked for. */
  basis: 'number' | 'name' | 'none';
  /** Why, as a code of the message catalogue: `number-and-name-agree`, `closed`, `register-incomplete`, … */
  reason: string;
  number?: string;
  fields: FieldComparison[];
  fact?: RegisterFact;
  /** What other registers in use say of the company; absent when none has it. */
  joins?: RegisterJoin[];
  /** Companies of the claimed name, when no number led to one: number and name as registered. */
  candidates: { number: string; name: string; address: string }[];
  /** Of the claimed seat: how many companies that are open the register has at its building, and of its addresses how many of a hundred have fewer (0 to 100). Absent where it was not looked for, or the address cannot be read. */
  addressCompanies?: { register: string; edition: string; count: number; percentile: number };
  /** Open companies whose names are nearly the claimed one; absent where they were not looked for. */
  lookAlikes?: LookAlikeCompany[];
};

export type ConfirmationVerdict = 'CONFIRMED' | 'MISMATCH' | 'NOT_FOUND' | 'NOT_CHECKABLE';

export type Contribution = { factor: string; points: number; detail?: string };

export type DateOrder = 'day-first' | 'month-first';

export type DateRange = {
  earliest: string;
  latest: string;
  circa: boolean;
  /** As the source writes it. */
  text: string;
};

export type DatedParameter = {
  description: string;
  unit: string;
  /** By the day each value begins to hold. */
  values: { [name: string]: { value: boolean | string | number; reference: string } };
};

export type DecidedCase = { case: StoredCase; proposal?: ProposedStep };

export type Decision = {
  applicationId: string;
  outcome: Outcome;
  findings: Finding[];
  policy: { id: string; version: number; sha256: string };
  engineVersion: string;
  decidedAt: string;
  simulation: boolean;
};

export type Disposition = {
  kind: 'disposed';
  party: string;
  entityId: string;
  verdict: DispositionVerdict;
  ground: DispositionGround;
  reason: string;
  /** The policy that the hit was found under: a clearance holds under no other. */
  policy: string;
  /** Of a false positive: the last day on which it is a clearance. */
  until?: string;
  /** SHA-256 of what the party and the entry said in the fields that the policy calls significant, lower-case hex. */
  partySeal: string;
  entitySeal: string;
  caseId: string;
  by: string;
  at: string;
};

export type DispositionGround =
  | 'other-birth-date'
  | 'other-gender'
  | 'other-nationality'
  | 'other-country'
  | 'other-address'
  | 'other-identifier'
  | 'other-kind'
  | 'other-name'
  | 'other-business'
  | 'no-longer-listed'
  | 'same-identifier'
  | 'same-birth-date'
  | 'same-address'
  | 'same-facts'
  | 'too-little-known'
  | 'other-ground';

export type DispositionVerdict = 'true-match' | 'possible' | 'false-positive' | 'undetermined';

export type DocumentCheck = {
  party: string;
  file: string;
  sha256: string;
  kind: DocumentKind;
  issuer: string;
  issuedOn: string;
  /** On the day the evidence was gathered; negative for one that is dated later. */
  ageDays: number;
  /** The register and edition that it was held against; absent when none has the company. */
  register?: string;
  editionId?: string;
  fields: DocumentField[];
};

export type DocumentField = {
  against: 'register' | 'application';
  field: 'number' | 'name' | 'address' | 'representative' | 'established';
  verdict: FieldVerdict;
  stated: string;
  /** What the register or the application says. */
  other?: string;
  /** As of a `FieldComparison`. */
  detail?: string;
};

export type DocumentKind =
  | 'full-register-certificate'
  | 'current-register-certificate'
  | 'closed-register-certificate'
  | 'representative-certificate'
  | 'register-information'
  | 'seal-certificate'
  | 'beneficial-owner-list'
  | 'foreign-register-extract';

export type Duty = 'submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service';

export type EarlierApplication = {
  applicationId: string;
  outcome: CaseState;
  shared: SharedMark;
  /** True when the buyer is the same one, by its number, else by its name. */
  sameBuyer: boolean;
  /** Of `end-use`, 0 to 1. */
  similarity?: number;
};

export type Edition = {
  /** SHA-256, lower-case hex, of what makes the edition: source, files, the edition it builds on, the importer's version. */
  id: string;
  source: string;
  kind: SourceKind;
  publishedOn: string;
  /** A list is complete; a register is when a full set and an unbroken row of diffs stand behind it, a gazetteer when it has every prefecture. */
  complete: boolean;
  /** The edition a diff was applied to. */
  basedOn?: string;
  /** Of the importer that read the files: another reading of them is another edition. */
  importerVersion: number;
  files: EditionFile[];
  /** What was read: `entities`, `aliases`, `addresses`, `rows`, …; by name, so that importers can say what they have. */
  counts: { [name: string]: number };
  /** The first problems by line; `counts.problems` has all. */
  problems: RecordProblem[];
  /** SHA-256 of the stored content, so that a damaged file is noticed. */
  contentSha256: string;
  /** The layout its publisher gave it in: `csv`, `xml`. Absent in editions made before it was noted, and of registers. */
  form?: string;
  /** SHA-256 of the entries that editions before had and this one has not, each with the day of the first edition without it (`delistedOn`). Absent when there are none, and in editions made before it was kept. */
  historySha256?: string;
};

export type EditionDiff = {
  from: Edition;
  to: Edition;
  /** Of all changes; the lists hold the first of each, by id. */
  counts: { added: number; changed: number; removed: number };
  added: {
    id: string;
    /** The one to show. */
    name: string;
  }[];
  changed: {
    id: string;
    /** The one to show. */
    name: string;
    fields: ComparedField[];
  }[];
  removed: {
    id: string;
    /** The one to show. */
    name: string;
  }[];
  /** Fields that are not compared: one of the editions lacks a file that has a part in them. */
  leftOut: string[];
  /** What else than the publisher may have made the difference. */
  causes: ReadingDifference[];
};

export type EditionFile = {
  name: string;
  /** SHA-256 of the bytes as imported, lower-case hex. */
  sha256: string;
  bytes: number;
  /** What its source calls it: `sdn`, `alt`; `mapping` of an own list. Absent in editions made before it was noted. */
  role?: string;
};

export type Effect =
  | 'block'
  | 'debt-restriction'
  | 'equity-restriction'
  | 'account-restriction'
  | 'transport-restriction'
  | 'travel-ban'
  | 'export-ban'
  | 'export-licence'
  | 'end-user-concern'
  | 'trade-ban'
  | 'debarment'
  | 'wanted'
  | 'internal-watch'
  | 'information';

export type Entity = {
  /** `<source>:<record id>`, the same in every edition of the list. */
  id: string;
  source: string;
  recordId: string;
  schema: Schema;
  /** At least one; the first is the one to show. */
  names: EntityName[];
  birthDates: DateRange[];
  birthPlaces: string[];
  genders: ('male' | 'female')[];
  /** ISO 3166-1 alpha-2, lower case. */
  nationalities: string[];
  /** Every country the entity is connected with: nationality, address, flag, place of registration. */
  countries: string[];
  identifiers: Identifier[];
  addresses: Address[];
  emails: string[];
  phones: string[];
  websites: string[];
  positions: string[];
  /** FollowTheMoney topics: `sanction`, `export.control`, `wanted`, … */
  topics: string[];
  effects: Effect[];
  /** The list's own programme or concern codes: `NPWMD`, `DPRK`, `M`, `CW`. */
  programmes: string[];
  legalStatus: LegalStatusClaim[];
  links: EntityLink[];
  /** Free text of the list that is not taken apart. */
  remarks: string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  listedOn?: string;
  updatedOn?: string;
  /** Of an entry that its list no longer has, or keeps as delisted: the day from which it is not in force. */
  delistedOn?: string;
  sourceUrl?: string;
};

export type EntityLink = {
  kind: LinkKind;
  toId?: string;
  toName?: string;
  /** In the list's words: `brother`, `51 %`, `chairman`. */
  detail?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  since?: string;
  until?: string;
};

export type EntityName = {
  text: string;
  kind: NameKind;
  /** BCP 47, when the source says so: `ja`, `zh`, `ar`. */
  language?: string;
  /** When the source gives the parts, which one is the family name. */
  family?: string;
  given?: string;
};

export type EntryKind =
  | 'folder-created'
  | 'edition-imported'
  | 'edition-confirmed-current'
  | 'policy-uploaded'
  | 'policy-put-in-force'
  | 'policy-activated'
  | 'application-received'
  | 'decision-made'
  | 'case-opened'
  | 'case-decided'
  | 'case-moved'
  | 'case-noted'
  | 'engine-activated'
  | 'incident-imported'
  | 'look-back-owed'
  | 'look-back-run'
  | 'register-pruned'
  | 'alert-raised'
  | 'entities-judged'
  | 'record-exported'
  | 'person-changed'
  | 'passphrase-set'
  | 'key-issued'
  | 'key-ended'
  | 'case-exported'
  | 'person-exported'
  | 'case-erased'
  | 'protected-data-viewed'
  | 'incident-viewed'
  | 'protected-entries-viewed'
  | 'key-rotated'
  | 'key-replaced'
  | 'webhook-changed'
  | 'webhook-ended'
  | 'second-factor-changed'
  | 'subject-bound'
  | 'setting-changed';

export type EntryProof = {
  entry: ReadEntry;
  /** What follows it up to the signed one, without what they seal. */
  following: RecordEntry[];
  recordId: string;
  /** SPKI in DER, base64, of every key it ever had here. */
  publicKeys: { keyId: string; publicKey: string }[];
  checkpoints: Checkpoint[];
  receipts: Receipt[];
};

export type ErasureRequest = {
  kind: 'erasure-requested';
  /** Before the end of its period. */
  isEarly: boolean;
  reason: string;
  caseId: string;
  by: string;
  at: string;
};

export type EscalatedCase = {
  kind: 'escalated';
  to: string;
  /** The day that has passed. */
  dueOn: string;
  caseId: string;
  by: string;
  at: string;
};

export type EscalationTerms = {
  to: string;
  /** Days from the moment a case comes to be looked at. */
  dueDays: number;
};

export type Evidence = {
  application: Application;
  gatheredAt: string;
  /** True in a folder made for simulation: dates are played, and every output says so. */
  simulation: boolean;
  engineVersion: string;
  sources: SourceState[];
  identifiers: IdentifierCheck[];
  confirmations: Confirmation[];
  /** What gazetteers say of each address in Japan that is claimed. Absent in evidence gathered before they were asked. */
  addressChecks?: AddressCheck[];
  hits: Hit[];
  /** Hits on entries that their list keeps as delisted: told for information, seen by no rule and no signal. Absent when there are none. */
  formerHits?: Hit[];
  /** Hits that a clearance holds for: told with it, seen by no rule and no signal. Absent when there are none. */
  clearedHits?: ClearedHit[];
  /** What is shared with applications of other ids that are kept here, some for many alike; absent where they were not looked through. */
  earlierApplications?: EarlierApplication[];
  productNorm?: ProductNorm;
  /** Documents handed in, held against register and application; absent when there are none. */
  documents?: DocumentCheck[];
  /** What parties have in common with incidents that are kept, for information and a signal; absent when none is kept. */
  incidents?: IncidentLink[];
  paths: Path[];
  /** Addresses of so many parties that sharing one joins nobody. Absent when there are none. */
  massAddresses?: MassAddress[];
  /** By rule in force when the evidence was gathered, and party; absent when no list of a rule is in use. */
  ownership?: OwnershipAnswer[];
  signals: Signal[];
  gaps: Gap[];
};

export type Explanation = {
  applicationId: string;
  for: ExplanationReader;
  language: Language;
  direction: 'ltr' | 'rtl';
  machineMadeFrom?: Language;
  lines: string[];
};

export type ExplanationReader = 'officer' | 'applicant';

export type FieldComparison = {
  field: 'kind' | 'name' | 'address' | 'status' | 'age';
  verdict: FieldVerdict;
  claimed?: string;
  registered?: string;
  /** How far an address agrees: `SAME`, `SAME_BLOCK`, `SAME_TOWN`, `SAME_CITY`, `DIFFERENT`, `UNPARSEABLE`; or why a name counts as similar. */
  detail?: string;
};

export type FieldVerdict =
  'SAME' | 'SIMILAR' | 'FORMER' | 'DIFFERENT' | 'UNPARSEABLE' | 'NOT_CLAIMED' | 'NOT_REGISTERED';

export type Finding = {
  rule: string;
  outcome: Outcome;
  /** A code of the message catalogue (`finding.<message>`) and what it speaks of. */
  message: string;
  facts: { [name: string]: boolean | string | number };
  /** JSON pointers (RFC 6901) into the Evidence. */
  evidence: string[];
  /** Law or rule behind it, where the policy names one. */
  reference?: string;
};

export type Folder = {
  /** Random, made with the folder; the record's id. */
  id: string;
  /** Dates are played here, and every output and entry says so for ever. */
  simulation: boolean;
  createdAt: string;
};

export type FolderProof = {
  report: VerificationReport;
  /** What tables and files say otherwise than the record; of a broken record none: there is nothing to hold them against. */
  differences: string[];
};

export type FolderStatus = {
  folder: Folder;
  today: string;
  /** Those in use, each held against the strictest limit of the policies that name it. */
  sources: {
    source: string;
    kind: SourceKind;
    state: 'FRESH' | 'STALE' | 'MISSING';
    editionId?: string;
    publishedOn?: string;
    confirmedCurrentOn?: string;
    ageDays?: number;
    /** Absent when the policy sets no limit. */
    maxAgeDays?: number;
    required: boolean;
    complete?: boolean;
    counts: { [name: string]: number };
    /** The layout of the edition in use. */
    form?: string;
    statedBy?: string;
    /** What is wrong with the file of a list. */
    damage?: string;
  }[];
  /** Lists, registers and gazetteers that can be imported and never were. */
  neverImported: string[];
  /** Whether each could approve today: required sources that keep it from it. */
  policies: {
    id: string;
    version: number;
    origin: 'own' | 'shipped' | 'uploaded';
    notReady: {
      source: string;
      /** Absent when the policy sets no limit. */
      maxAgeDays?: number;
      state: 'FRESH' | 'STALE' | 'MISSING';
      ageDays?: number;
    }[];
  }[];
  cases: {
    ACCEPT?: number;
    ACCEPT_WITH_CONDITIONS?: number;
    NEED_INFORMATION?: number;
    HOLD?: number;
    REFUSE?: number;
    WITHDRAWN?: number;
  };
  lookBacksOwed: number;
  recordEntries: number;
};

export type FollowedApplication = { applicationId: string; state: FollowedState; receivedAt: string };

export type FollowedState = 'accepted' | 'being-examined' | 'information-needed' | 'not-accepted' | 'withdrawn';

export type FoundCompany = {
  /** `number`: its number was asked for. `name`: it has or had the name. `spelling`: a name of it is like the one asked for. */
  by: 'number' | 'name' | 'spelling';
  fact: RegisterFact;
  /** 0 to 1, of a spelling. */
  score?: number;
  /** The name of it that is like the one asked for. */
  foundName?: string;
};

export type FoundParty = {
  applicationId: string;
  party: string;
  /** The newest that has the party. */
  revision: number;
  name: string;
  birthDate?: string;
  /** `same`: a number of both is one, or name and day of birth are. `possible`: nothing but the name, which others bear too. `other`: born on another day. */
  likeness: 'other' | 'possible' | 'same';
  /** 0 to 1, of the names; absent where a number alone led here. */
  score?: number;
};

export type Gap = {
  kind:
    | 'register-incomplete'
    | 'source-missing'
    | 'source-stale'
    | 'register-not-asked'
    | 'field-unreadable'
    | 'answer-missing'
    | 'search-cut-off'
    | 'source-unknown';
  /** What it is about: a source id, a party and field. */
  subject: string;
  detail?: string;
};

export type HistoryScreening = {
  /** Each with the day its list was without it (`entity.delistedOn`); the edition is that in use, which lacks it. */
  hits: {
    /** The party's name and the listed name that came closest. */
    partyName: string;
    listedName: string;
    entity: Entity;
    editionId: string;
    /** 0 to 1. */
    score: number;
    contributions: Contribution[];
    pairs: NamePair[];
    /** True when nothing but the name could be compared. */
    nameOnly: boolean;
    /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
    disputedBy: string[];
  }[];
  cutOff?: string;
};

export type Hit = {
  party: string;
  /** The party's name and the listed name that came closest. */
  partyName: string;
  listedName: string;
  entity: Entity;
  editionId: string;
  /** 0 to 1. */
  score: number;
  contributions: Contribution[];
  pairs: NamePair[];
  /** True when nothing but the name could be compared. */
  nameOnly: boolean;
  /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
  disputedBy: string[];
};

export type Holder = {
  /** A party's id, or where else it is named: `gleif:5493…`. */
  id: string;
  name?: string;
  share: ShareRange;
  /** True for control without a stated share: rights of appointment or vote, consolidation. */
  controls: boolean;
  /** Why what it holds counts. `unlisted`: not shown to be restricted, and not shown to be none. */
  standing: 'listed' | 'owned' | 'may-be-owned' | 'unlisted' | 'not-restricted';
  /** Listed entities it may be. */
  entityIds: string[];
  statedBy: string;
  date?: string;
};

export type Hop = {
  from: string;
  to: string;
  kind: string;
  /** `forward` when the relation is stated from `from` to `to`. */
  direction: 'forward' | 'backward';
  statedBy: string;
  /** Since when, as far as it is said; else the day for which its source says it. `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date?: string;
};

export type Identifier = {
  type: IdentifierType;
  /** As given. */
  value: string;
  /** ISO 3166-1 alpha-2, lower case: who issued it. */
  country?: string;
  note?: string;
};

export type IdentifierCheck = {
  party: string;
  identifier: Identifier;
  /** The value in its one normal form; absent when the format is invalid. */
  normalised?: string;
  state: IdentifierState;
  stated?: StatedNumber;
};

export type IdentifierState = 'FORMAT_INVALID' | 'CHECK_INVALID' | 'VALID_UNCONFIRMED' | 'CONFIRMED' | 'CONTRADICTED';

export type IdentifierType =
  | 'jp-corporate-number'
  | 'jp-registry-number'
  | 'jp-invoice-number'
  | 'jp-edinet-code'
  | 'jp-securities-code'
  | 'lei'
  | 'uk-company-number'
  | 'us-cik'
  | 'us-uei'
  | 'eu-vat'
  | 'cn-uscc'
  | 'cn-organisation-code'
  | 'kr-business-number'
  | 'kr-corporate-number'
  | 'ru-inn'
  | 'ru-ogrn'
  | 'registration-number'
  | 'tax-id'
  | 'passport'
  | 'national-id'
  | 'identity-document'
  | 'imo-number'
  | 'mmsi'
  | 'call-sign'
  | 'duns'
  | 'isin'
  | 'swift-bic'
  | 'crypto-wallet'
  | 'aircraft-registration'
  | 'other';

export type ImportJob = {
  content: OwedImport;
  outcome?: ImportOutcome;
  progress?: JobProgress;
  kind: string;
  /** Names what is done: the same work is one job, however often it is asked for. */
  id: string;
  /** What it is about, where several are: the id of a webhook. Empty elsewhere. */
  subject: string;
  state: JobState;
  dueAt: string;
  /** Milliseconds from one end to the next beginning; absent: it is done once. */
  everyMs?: number;
  /** Of tries since it was last due. */
  tries: number;
  /** While it runs: who runs it, and until when nobody else takes it. */
  lease?: { worker: string; until: string };
  createdAt: string;
  /** When the last try ended. */
  endedAt?: string;
};

export type ImportOutcome = {
  result: 'refused' | 'imported' | 'unchanged';
  editionId?: string;
  publishedOn?: string;
  counts?: { [name: string]: number };
  changes?: { added: number; changed: number; removed: number };
  accepted?: string[];
  /** Of look-backs. */
  alerts?: number;
  problem?: string;
  facts?: { [name: string]: boolean | string | number };
};

export type ImportedEdition = {
  edition: Edition;
  isInUse: boolean;
  /** As noted, or as the names of its files tell. */
  form?: string;
  importedAt?: string;
  importedBy?: string;
  /** What was out of bounds, and the reason for which it was taken all the same. */
  objections: string[];
  accepted?: string;
};

export type Incident = {
  kind?: 'incident' | 'campaign' | 'intrusion-set' | 'threat-actor' | 'report';
  from?: string;
  to?: string;
  description?: string;
  /** When its source changed it last, RFC 3339: of two versions the later one stands. */
  modified?: string;
  /** True: its source has taken it back. */
  revoked?: boolean;
  /** Who may see it, in the source's words: `TLP:AMBER`. */
  markings?: string[];
  claims?: {
    country?: string;
    date?: string;
    sourceUrl?: string;
    reason?: 'SUSPENDED' | 'INSUFFICIENT' | 'NO_SUSPICION' | 'REASON_UNKNOWN';
    offence?: string;
    /** Of whom: a name of the incident. */
    name: string;
    status: LegalStatus;
    authority: string;
    reportedBy: string;
  }[];
  /** Other incidents, and how they belong together. */
  related?: { id: string; as: string }[];
  /** The source's own id; one incident keeps it through every version. */
  id: string;
  source: {
    /** BCP 47, of the report. */
    language?: string;
    url?: string;
    publishedOn?: string;
    retrievedOn?: string;
    publisher: string;
  };
  title: string;
  indicators: Indicator[];
};

export type IncidentLink = {
  party: string;
  incidentId: string;
  version: string;
  title: string;
  source: {
    /** BCP 47, of the report. */
    language?: string;
    url?: string;
    publishedOn?: string;
    retrievedOn?: string;
    publisher: string;
  };
  from?: string;
  to?: string;
  markings?: string[];
  matches: IncidentMatch[];
  /** Of the names that match: those that stand, as they were reported. */
  claims?: NamedClaim[];
};

export type IncidentMatch = {
  type: IndicatorType;
  /** As the incident states it, and as the application does. */
  indicator: string;
  stated: string;
  /** Of a name: 0 to 1. */
  score?: number;
};

export type IncidentSummary = {
  /** Absent once erased, as all that follows. */
  title?: string;
  kind?: 'incident' | 'campaign' | 'intrusion-set' | 'threat-actor' | 'report';
  publisher?: string;
  publishedOn?: string;
  from?: string;
  to?: string;
  markings: string[];
  isRevoked: boolean;
  indicators: number;
  id: string;
  /** SHA-256 of its canonical JSON, lower-case hex. */
  version: string;
};

export type IncidentView = {
  /** How many claims were left out. */
  withheld: number;
  /** Those with a key that both have (a domain, an address, a number) first, then those that share a name alone. */
  links: LinkedOrder[];
  isCutOff: boolean;
  /** Of look-backs, the newest first. */
  alerts: { party: string; id: string; caseId: string; raisedAt: string; change: 'added' | 'changed' | 'removed' }[];
  id: string;
  /** SHA-256 of its canonical JSON, lower-case hex. */
  version: string;
  entry: number;
  incident?: Incident;
};

export type Indicator = {
  schema?: Schema;
  from?: string;
  to?: string;
  modified?: string;
  /** True: its source has taken it back, and it links to nothing. */
  revoked?: boolean;
  /** The object of a STIX bundle that states it, and the last change of that object. */
  objectId?: string;
  note?: string;
  type: IndicatorType;
  /** As its source writes it: an address, a network (`198.51.100.0/24`), a name. */
  value: string;
};

export type IndicatorType = 'name' | 'url' | 'domain' | 'ip' | 'mail' | 'phone' | 'account' | 'file-hash';

export type InvitedByLink = {
  link: string;
  person: Person;
  /** Whoever has it sets the passphrase, once, within `INVITATION_DAYS`. */
  invitation: string;
};

export type IssuedKey = {
  key: AccessKey;
  /** `<id>.<secret>`, as it is sent. It cannot be shown again. */
  credential: string;
};

export type JobProgress = {
  /** Of `count`, since the phase began. */
  perSecond?: number;
  at: string;
  phase: 'reading' | 'hashing' | 'comparing' | 'looking-back';
  /** The file or source that it is about. */
  of: string;
  /** Of this phase, 0 to 1, where it can be told. */
  share?: number;
  /** Rows read, or parties looked at, in this phase. */
  count?: number;
};

export type JobState = 'waiting' | 'running' | 'done' | 'dead';

export type KeptCase = {
  /** Absent while the case is open. */
  class?: string;
  until?: string;
  regimes: string[];
  isOnHold: boolean;
  isRestricted: boolean;
  isDue: boolean;
  /** The application's id: a case gathers all that happens to one application. */
  id: string;
  state: CaseState;
};

export type KeyChange = { sequence: number; fromKeyId: string; toKeyId: string; isSigned: boolean };

export type Language = 'id' | 'en' | 'zh' | 'ja' | 'ar' | 'fr';

export type LegalHold = { kind: 'legal-hold'; isSet: boolean; reason: string; caseId: string; by: string; at: string };

export type LegalStatus =
  | 'REPORTED'
  | 'SUSPECTED'
  | 'WARRANT_ISSUED'
  | 'WANTED_NATIONAL'
  | 'WANTED_INTERNATIONAL'
  | 'ARRESTED'
  | 'REFERRED_TO_PROSECUTORS'
  | 'CHARGED'
  | 'NOT_INDICTED'
  | 'ACQUITTED'
  | 'CONVICTED'
  | 'SPENT'
  | 'SANCTIONED'
  | 'DEBARRED'
  | 'DELISTED'
  | 'RETRACTED';

export type LegalStatusClaim = {
  status: LegalStatus;
  /** With NOT_INDICTED only. */
  reason?: 'SUSPENDED' | 'INSUFFICIENT' | 'NO_SUSPICION' | 'REASON_UNKNOWN';
  offence?: string;
  /** The court, police or body whose act it is. */
  authority: string;
  /** ISO 3166-1 alpha-2, lower case. */
  country?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: of the act, as far as known. */
  date?: string;
  /** Who reports it: the list itself, a newspaper. */
  reportedBy: string;
  sourceUrl?: string;
};

export type LinkKind =
  | 'linked-to'
  | 'owned-by'
  | 'owner-of'
  | 'directed-by'
  | 'director-of'
  | 'employed-by'
  | 'family-of'
  | 'associate-of'
  | 'member-of'
  | 'operated-by'
  | 'acts-for'
  | 'successor-of';

export type LinkedOrder = {
  caseId: string;
  party: string;
  state?: CaseState;
  /** It was received before the incident came in. */
  isBefore: boolean;
  receivedAt: string;
  matches: IncidentMatch[];
  /** Nothing but a name is shared: it is possible, and may be somebody else of that name. */
  isByNameAlone: boolean;
};

export type ListedEntry = {
  isErased: boolean;
  /** From 1, without a gap. */
  sequence: number;
  at: string;
  kind: EntryKind;
  subject: string;
  simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  hash: string;
};

export type ListedJob = {
  content?: unknown;
  outcome?: unknown;
  progress?: JobProgress;
  kind: string;
  /** Names what is done: the same work is one job, however often it is asked for. */
  id: string;
  /** What it is about, where several are: the id of a webhook. Empty elsewhere. */
  subject: string;
  state: JobState;
  dueAt: string;
  /** Milliseconds from one end to the next beginning; absent: it is done once. */
  everyMs?: number;
  /** Of tries since it was last due. */
  tries: number;
  /** While it runs: who runs it, and until when nobody else takes it. */
  lease?: { worker: string; until: string };
  createdAt: string;
  /** When the last try ended. */
  endedAt?: string;
};

export type ListedOrder = {
  id: string;
  receivedAt: string;
  told: FollowedState;
  /** Absent once erased, as are the product and the policy. */
  buyer?: string;
  product?: string;
  policy?: string;
  case?: StoredCase;
};

export type ListedPolicy = {
  origin: 'own' | 'shipped' | 'uploaded';
  /** How many. */
  rules: number;
  /** Of the policy file's bytes. */
  sha256: string;
  id: string;
  /** Lists and registers the policy needs, with their greatest age in days. Not fresh: a gap. */
  sources: { source: string; required: boolean; maxAgeDays: number }[];
  title: string;
  version: number;
};

export type LoadedPolicy = {
  policy: Policy;
  text: string;
  /** `own`: of the data folder; `uploaded`: put in force over the API or the command line. */
  origin: 'own' | 'shipped' | 'uploaded';
};

export type LookAlikeCompany = {
  number: string;
  name: string;
  address: string;
  /** What the claimed name has otherwise. */
  difference: 'one-character' | 'confusable-character' | 'extra-word';
  addressVerdict: FieldVerdict;
  /** As the register has them. */
  websites?: string[];
};

export type LookBack = {
  id: string;
  kind: 'policy' | 'time' | 'engine' | 'incidents' | 'edition';
  /** A list or register; `incidents`; a policy's id; `engine`. */
  source: string;
  /** Of a policy its hash, of the engine its version; of a batch of incidents the hash of their versions. */
  fromEditionId?: string;
  toEditionId: string;
  state: 'done' | 'owed';
  /** Of one that goes step by step: the application after which it goes on. */
  position?: string;
  /** Absent in those of older folders. */
  owedAt?: string;
};

export type MassAddress = {
  party: string;
  address: string;
  /** Who says so: `applications`, or a register. */
  source: string;
  /** Parties of applications, or companies of the register, that are there; at least so many. */
  count: number;
};

export type MergeReason = {
  /** Ids of entities; `one` sorts before `other`. */
  one: string;
  other: string;
  kind: 'joined' | 'identifier' | 'name-birth-date-country' | 'name-address';
  /** The values that agree. */
  detail: string;
};

export type MergedEntity = {
  /** Sorted by id; at least one. */
  entries: MergedEntry[];
  /** A tree: one reason less than there are entries. */
  because: MergeReason[];
};

export type MergedEntry = { entity: Entity; editionId: string };

export type NameDescription = {
  original: string;
  titles: string[];
  legalForms: { form: string; display: string; position: 'before' | 'after' }[];
  words: {
    text: string;
    script: Script;
    kind: 'number' | 'word' | 'initial' | 'concept' | 'light';
    role?: 'family' | 'given';
    latin?: string;
    /** Best first; how likely 0 to 1. */
    readings: { tradition: Tradition; text: string; system: ReadingSystem; quality: number }[];
  }[];
};

export type NameKind = 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';

export type NamePair = {
  query?: string;
  listed?: string;
  /** 0 to 1. */
  similarity: number;
  because: PairReason;
};

export type NamedClaim = {
  status: LegalStatus;
  /** With NOT_INDICTED only. */
  reason?: 'SUSPENDED' | 'INSUFFICIENT' | 'NO_SUSPICION' | 'REASON_UNKNOWN';
  offence?: string;
  /** The court, police or body whose act it is. */
  authority: string;
  /** ISO 3166-1 alpha-2, lower case. */
  country?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: of the act, as far as known. */
  date?: string;
  /** Who reports it: the list itself, a newspaper. */
  reportedBy: string;
  sourceUrl?: string;
  name: string;
};

export type OfferedFactor = {
  /** Base32. */
  secret: string;
  /** `otpauth://totp/…`, for a picture that a device reads. */
  uri: string;
};

export type OpenEntry = {
  /** 32 random bytes, lower-case hex. */
  salt?: string;
  /** Canonical JSON. */
  payload?: string;
  /** From 1, without a gap. */
  sequence: number;
  at: string;
  kind: EntryKind;
  subject: string;
  simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  hash: string;
};

export type Outcome = 'approve' | 'review' | 'refuse';

export type OwedImport = {
  by: string;
  source: string;
  publishedOn: string;
  confirmedCurrentOn?: string;
  /** Why an edition outside its bounds is taken all the same. */
  accept?: string;
  upload: string;
  /** Names. */
  files: string[];
  /** The name of the column mapping of an own list or register. */
  mapping?: string;
};

export type OwnPerson = {
  /** Where they get mail; absent: they get none. */
  mailAddress?: string;
  id: string;
  /** As it stands beside what they say; no two people have the same. */
  name: string;
  duties: Duty[];
  /** BCP 47; absent: the language of the browser. */
  language?: string;
  isDisabled: boolean;
  createdAt: string;
};

export type OwnershipAnswer = {
  party: string;
  /** Of `data/ownership-rules.yml`: `ofac-50`, `eu-50`, … */
  rule: string;
  state: OwnershipState;
  share: ShareRange;
  holders: Holder[];
};

export type OwnershipState = 'OWNED' | 'MAY_BE_OWNED' | 'NOT_OWNED' | 'UNKNOWN';

export type PairReason =
  | 'romanisation'
  | 'initial'
  | 'joined'
  | 'contradicted'
  | 'equal'
  | 'same-reading'
  | 'same-legal-form'
  | 'edit-distance'
  | 'nickname'
  | 'unpaired';

export type Party = {
  identifiers?: { country?: string; type: IdentifierType; value: string }[];
  /** Where the party says it lives or is registered. */
  country?: string;
  addresses?: PartyAddress[];
  emails?: string[];
  phones?: string[];
  websites?: string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  birthDate?: string;
  gender?: 'male' | 'female';
  nationalities?: string[];
  /** The business the company says it is in. */
  sector?: string;
  foundedOn?: string;
  /** The party's name within the application: `buyer`, `p1`. */
  id: string;
  roles: Role[];
  schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity';
  names: {
    kind?: NameKind;
    /** BCP 47. */
    language?: string;
    text: string;
  }[];
};

export type PartyAddress = {
  country?: string;
  postalCode?: string;
  /** What the address is to the party. */
  use?: 'seat' | 'office' | 'home' | 'delivery' | 'billing' | 'installation';
  full: string;
};

export type PartyLink = {
  /** Who says so, when it is not the applicant. */
  statedBy?: string;
  /** Percent, 0 to 100; with `owns`. */
  share?: number;
  since?: string;
  until?: string;
  kind:
    | 'director-of'
    | 'employed-by'
    | 'associate-of'
    | 'member-of'
    | 'instructs'
    | 'spouse-of'
    | 'relative-of'
    | 'owns'
    | 'represents'
    | 'pays-for';
  from: string;
  to: string;
};

export type Path = {
  from: string;
  /** The last party of the application on it. */
  to: string;
  /** The listed entity; of an application that was refused `<application id>/<party id>`. */
  entityId: string;
  hops: Hop[];
  reaches?: ChainEnd;
};

export type Person = {
  id: string;
  /** As it stands beside what they say; no two people have the same. */
  name: string;
  duties: Duty[];
  /** BCP 47; absent: the language of the browser. */
  language?: string;
  isDisabled: boolean;
  createdAt: string;
};

export type PlaceLookUp = {
  register: string;
  editionId: string;
  standsAt: string;
  complete: boolean;
  /** False when it cannot be read as one of the register's country: nothing is known then. */
  isReadable: boolean;
  companies: RegisterFact[];
  isCutOff: boolean;
  /** Of an address: all companies that are open there, and of a hundred addresses how many have fewer. */
  count?: number;
  percentile?: number;
};

export type PlaceVerdict = 'NOT_CLAIMED' | 'NOT_FOUND' | 'NOT_CHECKABLE' | 'FOUND';

export type Policy = {
  id: string;
  version: number;
  title: string;
  validFrom: string;
  validTo?: string;
  /** Lists and registers the policy needs, with their greatest age in days. Not fresh: a gap. */
  sources: { source: string; required: boolean; maxAgeDays: number }[];
  /** The registers a company is confirmed in, by the country it says it is of. */
  registers: { source: string; country: string }[];
  /** Questions that must be answered; no answer is a gap. */
  requiredAnswers: string[];
  /** Questionnaires that are asked: their mandatory questions must be answered as well, where they apply. */
  questionnaires?: string[];
  /** Whom an applicant can ask, as told to applicants. */
  contact?: string;
  escalation?: EscalationTerms;
  parameters: { [name: string]: DatedParameter };
  /** At most one for each product. */
  products: ProductNorm[];
  /** Whether an approve becomes ACCEPT without a person. */
  acceptsByItself: boolean;
  /** States that two people must agree on, besides those that always need two (`policy/second-person.ts`). */
  secondPersonFor?: CaseState[];
  clearance?: ClearanceTerms;
  /** Days after which what a register confirmed of an accepted order is to be confirmed anew; `CONFIRMATION_DAYS` unless it says so. */
  confirmationDays?: number;
  rules: PolicyRule[];
  /** Of the policy file's bytes. */
  sha256: string;
  /** The least score of a hit, 0 to 1. */
  minScore: number;
  /** A name that its list calls weak makes a hit as any other does; without it, never alone (OFAC FAQ 124). */
  weakAliasesMakeHits?: boolean;
};

export type PolicyDifference = {
  /** `rules/<id>`, `sources/<id>`, `parameters/<name>`, … */
  part: string;
  change: 'added' | 'changed' | 'removed';
  /** Canonical JSON. */
  before?: string;
  after?: string;
};

export type PolicyRule = {
  id: string;
  each?: RuleSubject;
  /** A CEL expression that gives a boolean: true makes a finding. An error in it is a finding for review. */
  when: string;
  outcome: Outcome;
  /** A code of the message catalogue. */
  message: string;
  /** What the message speaks of: name and CEL expression. */
  facts: { [name: string]: string };
  reference?: string;
};

export type PolicyTrial = {
  decisions: number;
  /** Decisions whose outcome or findings would have been others. */
  changed: TriedDecision[];
  /** How many of each `then → now`. */
  outcomes: { [name: string]: number };
  /** What the evidence of the past cannot tell under this policy. */
  unknown: UnknownOfPast[];
};

export type PolicyVersion = {
  id: string;
  version: number;
  sha256: string;
  title: string;
  validFrom: string;
  uploadedAt: string;
  uploadedBy: string;
  isInForce: boolean;
  /** Each time somebody put it in force, oldest first. */
  putInForce: {
    /** The first day. */
    from: string;
    by: string;
    reason: string;
    at: string;
  }[];
};

export type PostalVerdict =
  | 'NOT_CLAIMED'
  | 'NOT_CHECKABLE'
  | 'AGREES'
  | 'OTHER_TOWN'
  | 'OTHER_MUNICIPALITY'
  | 'OTHER_PREFECTURE'
  | 'NO_SUCH_CODE';

export type ProblemCode =
  | 'access.denied'
  | 'access.invitation'
  | 'access.provider'
  | 'access.too-many-tries'
  | 'access.unbound'
  | 'access.unknown'
  | 'access.wrong-code'
  | 'access.wrong-passphrase'
  | 'alert.not-found'
  | 'application.unreadable'
  | 'application.invalid'
  | 'application.duplicate'
  | 'application.not-found'
  | 'backup.damaged'
  | 'backup.place'
  | 'batch.input-changed'
  | 'batch.no-name'
  | 'batch.not-found'
  | 'batch.not-ready'
  | 'batch.other-run'
  | 'batch.thread'
  | 'case.disposition-not-allowed'
  | 'case.erasure-not-allowed'
  | 'case.not-found'
  | 'case.note-not-allowed'
  | 'case.outcome-not-allowed'
  | 'case.restricted'
  | 'command.usage'
  | 'document.not-found'
  | 'download.failed'
  | 'download.refused'
  | 'edition.already-imported'
  | 'edition.ambiguous'
  | 'edition.bounds'
  | 'edition.date'
  | 'edition.damaged'
  | 'edition.not-found'
  | 'edition.older'
  | 'file.encoding'
  | 'file.exists'
  | 'file.not-found'
  | 'file.too-large'
  | 'file.unreadable'
  | 'file.unexpected'
  | 'entity.not-found'
  | 'example.invalid'
  | 'filter.unknown'
  | 'folder.newer'
  | 'folder.not-found'
  | 'folder.not-simulation'
  | 'folder.simulation-differs'
  | 'incident.invalid'
  | 'incident.not-found'
  | 'incident.not-understood'
  | 'incident.older'
  | 'index.damaged'
  | 'index.outdated'
  | 'internal'
  | 'job.lost'
  | 'job.not-found'
  | 'list.column-count'
  | 'list.date'
  | 'list.duplicate-record'
  | 'list.missing-field'
  | 'list.unexpected-shape'
  | 'list.unknown-column'
  | 'list.unknown-reference'
  | 'list.unknown-value'
  | 'mail.failed'
  | 'mapping.invalid'
  | 'merge.contradiction'
  | 'name.too-long'
  | 'person.invalid'
  | 'person.not-found'
  | 'policy.invalid'
  | 'policy.not-found'
  | 'policy.not-put-in-force'
  | 'record.broken'
  | 'record.key'
  | 'record.unreadable'
  | 'record.unsigned'
  | 'setting.invalid'
  | 'reference.invalid'
  | 'retention.invalid'
  | 'register.gap'
  | 'register.no-base'
  | 'request.csrf'
  | 'request.invalid'
  | 'request.not-found'
  | 'request.repeated'
  | 'request.too-many'
  | 'source.no-address'
  | 'search.thread'
  | 'source.unknown'
  | 'store.busy'
  | 'store.failed'
  | 'trace.unreachable'
  | 'webhook.failed'
  | 'webhook.invalid'
  | 'webhook.not-found'
  | 'witness.contradiction'
  | 'witness.place'
  | 'witness.refused'
  | 'witness.unreachable';

/** RFC 9457; `title` is a sentence in English, `code` and `facts` are for programs. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  code: string;
  facts: Readonly<Record<string, unknown>>;
};

export type ProductNorm = {
  /** The product's id, as applications name it. */
  product: string;
  /** Words of which one stands in the business of a usual buyer. Absent: any business. */
  sectors?: string[];
  /** The greatest usual quantity for each person employed, where the buyer says how many there are. */
  mostPerEmployee?: number;
  /** The greatest usual quantity where the buyer does not say. */
  most?: number;
  reference: string;
};

export type ProposedStep = {
  kind: 'proposed';
  state: CaseState;
  reason: string;
  /** The decision that was the last when it was proposed: after another one, or an alert, it must be proposed anew. */
  decisionId: string;
  alerts: number;
  /** Of `data/reason-codes.yml`. */
  code?: string;
  caseId: string;
  by: string;
  at: string;
};

export type QueueAges = {
  today: string;
  open: number;
  /** Days since the oldest open case was opened; absent when none is open. */
  oldestDays?: number;
  /** The youngest first; each is there, also when nothing is in it. */
  bands: AgeBand[];
};

export type QueuePage = {
  items: QueuedCase[];
  /** On all pages. */
  total: number;
  /** `after` of the next page; absent on the last. */
  next?: string;
};

export type QueuedCase = {
  /** Absent once erased, as are the buyer and the product. */
  policy?: string;
  buyer?: string;
  product?: string;
  receivedOn?: string;
  /** Hits that nobody has cleared. */
  openHits: number;
  alerts: number;
  waitsFor?: CaseState;
  /** The application's id: a case gathers all that happens to one application. */
  id: string;
  state: CaseState;
  proposed: Outcome;
  openedAt: string;
  updatedAt: string;
  /** Who works on it. */
  assignee?: string;
  dueOn?: string;
  /** The applicant is not told what stands against the order. */
  noTipOff: boolean;
};

export type Reached = { sequence: number; at: string; keyId: string };

export type ReadEntry = {
  /** Salt and payload were left out: they say something of crimes, and who sees that is sealed. */
  isWithheld?: true;
  /** 32 random bytes, lower-case hex. */
  salt?: string;
  /** Canonical JSON. */
  payload?: string;
  /** From 1, without a gap. */
  sequence: number;
  at: string;
  kind: EntryKind;
  subject: string;
  simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  hash: string;
};

export type ReadingDifference = { what: 'form' | 'importer-version'; from: string; to: string };

export type ReadingSystem =
  | 'kana'
  | 'hangul'
  | 'as-written'
  | 'pinyin'
  | 'wade-giles'
  | 'taiwanese-spelling'
  | 'cantonese'
  | 'on-reading'
  | 'kun-reading'
  | 'japanese-name'
  | 'romaji'
  | 'chinese-in-kana'
  | 'chinese-in-hangul'
  | 'korean-in-kana'
  | 'korean-in-cyrillic'
  | 'palladius'
  | 'sino-korean'
  | 'korean-romanisation'
  | 'vietnamese'
  | 'family-name-spelling'
  | 'umlaut'
  | 'transliteration';

export type Receipt = { checkpoint: Checkpoint; witness: string; receivedAt: string };

export type RecordEntry = {
  /** From 1, without a gap. */
  sequence: number;
  at: string;
  kind: EntryKind;
  subject: string;
  simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  hash: string;
};

export type RecordProblem = { code: ProblemCode; facts: { [name: string]: boolean | string | number } };

export type RecordStatements = {
  recordId: string;
  /** The number of its last entry; 0: there is none. */
  lastEntry: number;
  checkpoints: Checkpoint[];
  receipts: Receipt[];
  /** SPKI in DER, base64, of every key it ever had here. */
  publicKeys: { keyId: string; publicKey: string }[];
};

export type RegisterFact = { register: string; editionId: string; current: RegisterRow; history: RegisterRow[] };

export type RegisterJoin = {
  register: string;
  editionId: string;
  /** Its number there. */
  number: string;
  by: IdentifierType;
  statedBy: string;
  /** All numbers that it has or states of the company; absent in evidence gathered before they were kept. */
  numbers?: {
    type: IdentifierType;
    /** As given. */
    value: string;
  }[];
  /** `claimed` is what the joined register says, `registered` what the one says that was asked. */
  fields: FieldComparison[];
};

export type RegisterLookUp = {
  register: string;
  editionId: string;
  standsAt: string;
  complete: boolean;
  /** What is equal first, then by score. */
  companies: FoundCompany[];
  isCutOff: boolean;
  /** False for a register that is too large to be searched by spelling. */
  isSearchedBySpelling: boolean;
};

export type RegisterName = {
  text: string;
  /** `foreign`: in another language or script, by the company's own word. */
  kind: 'former' | 'trading' | 'short' | 'foreign';
  /** BCP 47. */
  language?: string;
  /** Of a former name: the last day it held. */
  until?: string;
};

export type RegisterRelation = {
  kind: LinkKind;
  /** In the same register. */
  toNumber?: string;
  toName?: string;
  /** In the register's words: `IS_ULTIMATELY_CONSOLIDATED_BY`, `ownership-of-shares-25-to-50-percent`. */
  detail: string;
  /** Percent, where the register says. */
  share?: { least: number; most: number };
  since?: string;
  until?: string;
};

export type RegisterRow = {
  /** The register's own number for the company, normalised. */
  number: string;
  /** Order within the file it came from; later rows win. */
  sequence: number;
  /** The register's own code for what happened; `stated` where it gives none (NTA 処理区分: `01` new, `11` name, `12` address, `21` closed, `99` deleted, …). */
  process: string;
  /** True for the row that stands now, false for one kept as history. */
  latest: boolean;
  /** Both the day the file stands for where the register gives none. */
  updatedOn: string;
  changedOn: string;
  name: string;
  /** True when the register says that the name shown is not the registered glyphs (NTA image id). */
  nameIsSubstitute: boolean;
  kana?: string;
  englishName?: string;
  /** The register's own code or word for the kind of body, `not-stated` where it gives none (NTA 法人種別: 301 株式会社, 401 foreign company, …). */
  kind: string;
  prefecture?: string;
  city?: string;
  street?: string;
  addressIsSubstitute: boolean;
  postalCode?: string;
  /** Of a body whose seat is abroad. */
  addressAbroad?: string;
  englishAddress?: string;
  closedOn?: string;
  closeCause?: string;
  successorNumber?: string;
  changeDetail?: string;
  /** When the register gave the number. */
  assignedOn?: string;
  /** The register asks not to be found by search (NTA 検索対象除外). */
  excludedFromSearch: boolean;
  /** When the company was formed, as far as the register says. */
  foundedOn?: string;
  seat?: Address;
  /** Where else the register has it: its head office, the seat in another script. */
  otherAddresses?: Address[];
  otherNames?: RegisterName[];
  standing?: Standing;
  /** In the register's own words: `Active`, `LAPSED`, `In Administration`. */
  standingAsStated?: string;
  /** Numbers that other registers and authorities gave it. */
  identifiers?: Identifier[];
  emails?: string[];
  phones?: string[];
  websites?: string[];
  relations?: RegisterRelation[];
};

export type Report = {
  applications: {
    received: number;
    firstAnswerDays?: Spread;
    outcomes: { approve?: number; review?: number; refuse?: number };
    /** Decisions that rest on evidence without a gap. */
    shareWithCompleteEvidence?: number;
    /** Of the cases that were opened, those accepted without a person. */
    shareWithoutPerson?: number;
  };
  cases: {
    hoursToClear?: Spread;
    /** Of those settled before, the ones that were opened again. */
    reopened: number;
    shareReopened?: number;
    /** At the end of the period. */
    backlog: { open: number; ageDays?: Spread };
  };
  hits: {
    verdicts: { [name: string]: number };
    /** Of the hits that were found true or false, the false ones. */
    falsePositiveRate?: number;
  };
  alerts: {
    raised: number;
    /** For a thousand applications that were kept at the end of the period. */
    perThousandApplications?: number;
  };
  secondPerson: {
    hoursWaited?: Spread;
    turnedDown: number;
    /** At the end of the period. */
    waiting: number;
  };
  /** Days from the publication of an edition to its being put in use, by source. */
  listLatencyDays: { [name: string]: Spread };
  /** Entries of the period whose payload is erased: what they said is in no measure. */
  erased: number;
  from: string;
  to: string;
};

export type Restriction = {
  kind: 'restriction';
  /** `requested`: a second person must agree. */
  step: 'lifted' | 'requested' | 'set';
  reason: string;
  caseId: string;
  by: string;
  at: string;
};

export type RetentionCheck = 'source' | 'secondary' | 'knowledge' | 'own';

export type RetentionClass = {
  class: string;
  /** In which a case ended. */
  states: CaseState[];
  /** Only cases in which somebody resembled an entry of a list, or only others; absent: both. */
  listed?: boolean;
  covers: string;
  /** `regimes`: the longest of those that attach, and `months` where none does. */
  period: 'regimes' | 'months';
  months: number;
  purpose: string;
  basis: string;
  source: string;
  checked: RetentionCheck;
};

export type RetentionRegime = {
  regime: string;
  covers: string;
  years: number;
  from: 'end-of-case' | 'end-of-year';
  reference: string;
  source: string;
  checked: RetentionCheck;
};

export type Role =
  | 'buyer'
  | 'representative'
  | 'contact'
  | 'beneficial-owner'
  | 'instructing-person'
  | 'payer'
  | 'intermediate-consignee'
  | 'end-user'
  | 'related-person';

export type RuleSubject =
  'identifiers' | 'documents' | 'sources' | 'confirmations' | 'hits' | 'paths' | 'signals' | 'gaps';

export type Schema = 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';

export type Script =
  | 'other'
  | 'devanagari'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'oriya'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'malayalam'
  | 'sinhala'
  | 'thai'
  | 'lao'
  | 'khmer'
  | 'myanmar'
  | 'ethiopic'
  | 'latin'
  | 'arabic'
  | 'hebrew'
  | 'cyrillic'
  | 'kana'
  | 'hangul'
  | 'han'
  | 'greek'
  | 'georgian'
  | 'armenian'
  | 'digits';

export type SettingInForce = {
  name: ChangeableSetting;
  value: number;
  /** What counts while nobody changed it. */
  usual: number;
  least: number;
  most: number;
  /** Of the last change; absent: as it is usual. */
  changed?: { by: string; at: string; reason: string };
};

export type SettingsAnswer = { changeable: SettingInForce[]; startedWith: ToldSetting[] };

export type SettledProposal = {
  kind: 'settled';
  /** `superseded`: the case was decided otherwise. */
  how: 'rejected' | 'confirmed' | 'superseded';
  reason: string;
  caseId: string;
  by: string;
  at: string;
};

export type Severity = 'B' | 'H' | 'M' | 'L' | 'I';

export type ShareRange = { least: number; most: number };

export type SharedMark = 'address' | 'domain' | 'ip' | 'mail' | 'phone' | 'device' | 'end-use';

export type ShownAlert = {
  /** What an incident claims of somebody was left out of before and after. */
  isWithheld?: true;
  id: string;
  key: string;
  kind?: AlertKind;
  applicationId: string;
  caseId: string;
  party: string;
  /** Whom it speaks of: a listed entity, a number of a register, an incident, a policy's id, an earlier application. */
  entityId: string;
  source: string;
  /** What the source was before and is now: an edition, the version of an incident, of a policy or the engine; of what ends, the day. */
  fromEditionId?: string;
  toEditionId: string;
  change: 'added' | 'changed' | 'removed';
  /** Of a list: the hit's score before and after; absent where there was or is none. */
  scoreBefore?: number;
  scoreAfter?: number;
  /** What was said before and is said after, where it is no score: a register's verdict with its reason, a policy's outcome with its rules. */
  verdictBefore?: string;
  verdictAfter?: string;
  /** What the application states, and what it is held against: names; of an incident and an earlier application, what both share. */
  partyName: string;
  listedName: string;
  raisedAt: string;
};

export type Signal = {
  /** Of `data/signals.yml`: `EX-2`, `CO-1`, … */
  id: string;
  family: string;
  state: SignalState;
  severity: Severity;
  party?: string;
  /** What was seen, in the values compared. */
  facts: { name: string; value: string }[];
  /** Where it was seen: a source and its edition, or `application`. */
  sources: { source: string; editionId?: string }[];
};

export type SignalState = 'UNKNOWN' | 'RAISED' | 'CLEAR' | 'NOT_APPLICABLE';

export type SignedIn = {
  /** With a second factor, `hasTotp`. */
  person: {
    /** Where they get mail; absent: they get none. */
    mailAddress?: string;
    id: string;
    /** As it stands beside what they say; no two people have the same. */
    name: string;
    duties: Duty[];
    /** BCP 47; absent: the language of the browser. */
    language?: string;
    isDisabled: boolean;
    createdAt: string;
    hasTotp: boolean;
  };
  /** Whether people who ask for it get mail. */
  sendsMail: boolean;
  /** Goes with each change that is asked for with the session's cookie, as `x-csrf-token`. */
  csrf: string;
};

export type SignificantOfEntity =
  | 'schema'
  | 'names'
  | 'identifiers'
  | 'addresses'
  | 'nationalities'
  | 'birthDates'
  | 'genders'
  | 'countries'
  | 'delistedOn';

export type SignificantOfParty =
  'schema' | 'names' | 'identifiers' | 'country' | 'addresses' | 'birthDate' | 'gender' | 'nationalities';

export type SourceKind = 'list' | 'register' | 'gazetteer';

export type SourceState = {
  source: string;
  kind: SourceKind;
  state: 'FRESH' | 'STALE' | 'MISSING';
  editionId?: string;
  publishedOn?: string;
  confirmedCurrentOn?: string;
  ageDays?: number;
  /** Absent when the policy sets no limit. */
  maxAgeDays?: number;
  required: boolean;
  complete?: boolean;
};

export type Spread = { count: number; median: number; p90: number; most: number };

export type Standing = 'OPEN' | 'CLOSING' | 'CLOSED';

export type Stated = {
  /** The register's number: of Japan 会社法人等番号 (12 digits) or 法人番号 (13). */
  number?: string;
  name?: string;
  address?: string;
  representatives?: string[];
  purposes?: string[];
  capital?: { amount: number; currency: string };
  establishedOn?: string;
};

export type StatedNumber = { register: string; editionId: string; value: string };

export type StoredCase = {
  /** The application's id: a case gathers all that happens to one application. */
  id: string;
  state: CaseState;
  proposed: Outcome;
  openedAt: string;
  updatedAt: string;
};

export type TakenIncidents = {
  lookBack?: ListedJob;
  added: string[];
  changed: string[];
  unchanged: string[];
  /** What is kept and links to nothing, and what was passed over. */
  problems: RecordProblem[];
};

export type TipOffWarning = {
  kind: 'no-tip-off';
  isSet: boolean;
  reason: string;
  caseId: string;
  by: string;
  at: string;
};

export type ToldSetting = {
  name:
    | 'address'
    | 'data-folder'
    | 'database'
    | 'keys-folder'
    | 'witnesses'
    | 'sign-in-provider'
    | 'mail-server'
    | 'trusted-proxies'
    | 'requests-per-minute'
    | 'yente-at-root'
    | 'assistants'
    | 'update-token'
    | 'private-downloads'
    | 'private-webhooks'
    | 'outgoing-proxy'
    | 'traces';
  /** Empty: not set. Of a secret only whether it is. */
  value: string;
  from: 'default' | 'option' | 'environment';
  /** The option or the variable. */
  by?: string;
};

export type Tradition = 'cantonese' | 'letters' | 'chinese' | 'japanese' | 'korean' | 'family-name';

export type TriedDecision = {
  applicationId: string;
  decisionId: string;
  then: Outcome;
  now: Outcome;
  /** Rules that found something in only one of both. */
  rulesThen: string[];
  rulesNow: string[];
};

export type UnknownOfPast = { kind: 'hits'; from: number; to: number } | { kind: 'register'; register: string };

export type VerificationReport = {
  /** Witnessed: whole, and the last checkpoint there is stands outside as well. Unwitnessed: whole in itself, but of the last checkpoint only the record speaks. */
  state: 'intact-witnessed' | 'intact-unwitnessed' | 'broken';
  /** As found. */
  entries: number;
  /** Of these, without salt and payload. */
  erased: number;
  /** True when an entry says it was written in a simulation. */
  simulation: boolean;
  vouchedUpTo?: Reached;
  witnessedUpTo?: Reached;
  keysTrusted: 'named' | 'from-outside' | 'as-found';
  /** The keys of all checkpoints that hold, in order of their first. */
  keyIds: string[];
  /** Where one key took another's place, in order. */
  keyChanges: KeyChange[];
  firstBroken?: Break;
};

export type ViewedDecision = {
  /** Absent once erased. The text that was sealed is there where nothing of it is left out. */
  sealed?: { text?: string; evidence: Evidence; decision: Decision };
  /** `<application id>/<n>`, from 1. */
  id: string;
  outcome: Outcome;
  entry: number;
  applicationId: string;
  revision: number;
  decidedAt: string;
};

export type Webhook = {
  id: string;
  name: string;
  url: string;
  /** Words of `webhookEvents`. */
  events: string[];
  isDisabled: boolean;
  createdAt: string;
  createdBy: string;
};
