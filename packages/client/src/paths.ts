// What the API takes and answers, as types. Made by scripts/api.ts: not edited by hand.

export interface paths {
  '/v1/session': {
    /** Sign in */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: { 'application/json': { readonly name: string; readonly passphrase: string; readonly code?: string } };
      };
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
      requestBody: {
        content: {
          'application/json': { readonly token: string; readonly passphrase: string; readonly code?: string };
        };
      };
      responses: {
        200: { content: { 'application/json': SignedIn } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/person': {
    /** Set the language of the interface */
    patch: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { readonly language: string } } };
      responses: {
        200: { content: { 'application/json': Person } };
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
      requestBody: { content: { 'application/json': { readonly code: string } } };
      responses: {
        200: { content: { 'application/json': { readonly recoveryCodes: readonly string[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/session/second-factor/removals': {
    /** Turn it off, with a code */
    post: {
      parameters: { query?: never };
      requestBody: { content: { 'application/json': { readonly code: string } } };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/session/means': {
    /** By what one can sign in */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { readonly passphrase: boolean; readonly provider: boolean } } };
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
            readonly id: string;
            readonly policy: string;
            readonly receivedOn: string;
            readonly product: {
              readonly id: string;
              readonly name?: string;
              readonly quantity?: number;
              readonly value?: { readonly amount: number; readonly currency: string };
            };
            readonly parties: readonly {
              readonly id: string;
              readonly roles: readonly (
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
              readonly schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity';
              readonly names: readonly {
                readonly text: string;
                readonly kind?: 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';
                readonly language?: string;
              }[];
              readonly identifiers?: readonly {
                readonly type:
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
                readonly value: string;
                readonly country?: string;
              }[];
              readonly addresses?: readonly {
                readonly full: string;
                readonly postalCode?: string;
                readonly country?: string;
                readonly use?: 'seat' | 'office' | 'home' | 'delivery' | 'billing' | 'installation';
              }[];
              readonly emails?: readonly string[];
              readonly phones?: readonly string[];
              readonly websites?: readonly string[];
              readonly birthDate?: string;
              readonly gender?: 'male' | 'female';
              readonly nationalities?: readonly string[];
              readonly country?: string;
              readonly sector?: string;
              readonly foundedOn?: string;
            }[];
            readonly links?: readonly {
              readonly from: string;
              readonly kind:
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
              readonly to: string;
              readonly share?: number;
              readonly since?: string;
              readonly until?: string;
              readonly statedBy?: string;
            }[];
            readonly answers?: readonly {
              readonly question: string;
              readonly answer: string;
              readonly by?: string;
              readonly on?: string;
              readonly evidence?: string;
            }[];
            readonly documents?: readonly {
              readonly file: string;
              readonly sha256?: string;
              readonly bytes?: number;
              readonly party?: string;
              readonly kind:
                | 'full-register-certificate'
                | 'current-register-certificate'
                | 'closed-register-certificate'
                | 'representative-certificate'
                | 'register-information'
                | 'seal-certificate'
                | 'beneficial-owner-list'
                | 'foreign-register-extract';
              readonly issuer: string;
              readonly issuedOn: string;
              readonly certificateNo?: string;
              readonly statedBy?: string;
              readonly fields?: {
                readonly name?: string;
                readonly number?: string;
                readonly address?: string;
                readonly representatives?: readonly string[];
                readonly purposes?: readonly string[];
                readonly capital?: { readonly amount: number; readonly currency: string };
                readonly establishedOn?: string;
              };
            }[];
            readonly payment?: {
              readonly payerName?: string;
              readonly method?: 'bank-transfer' | 'card' | 'invoice' | 'cash' | 'crypto' | 'other';
              readonly country?: string;
              readonly prepaidInFull?: boolean;
            };
            readonly delivery?: {
              readonly method?: 'download' | 'shipment' | 'provisioning';
              readonly address?: string;
              readonly country?: string;
              readonly recipient?: string;
            };
            readonly network?: {
              readonly ipAddress?: string;
              readonly country?: string;
              readonly kind?: 'access' | 'company' | 'hosting' | 'vpn' | 'tor';
              readonly deviceId?: string;
              readonly userAgent?: string;
            };
          };
        };
      };
      responses: {
        200: { content: { 'application/json': Vetting | FollowedApplication } };
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
        200: { content: { 'application/json': ReadApplication } };
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
      requestBody: { content: { 'application/json': { readonly reason: string } } };
      responses: {
        200: { content: { 'application/json': DecidedCase } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
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
        };
      };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': QueuePage } };
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
      requestBody: { content: { 'application/json': { readonly reason: string } } };
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
      requestBody: { content: { 'application/json': { readonly cases: readonly string[]; readonly to: string } } };
      responses: {
        200: { content: { 'application/json': { readonly cases: readonly string[]; readonly to: string } } };
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
            | { readonly kind: 'assigned'; readonly to: string }
            | { readonly kind: 'commented'; readonly text: string }
            | { readonly kind: 'due'; readonly on: string; readonly reason: string }
            | { readonly kind: 'no-tip-off'; readonly isSet: boolean; readonly reason: string };
        };
      };
      responses: {
        200: { content: { 'application/json': { readonly notes: readonly CaseNote[] } } };
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
            readonly party: string;
            readonly entityId: string;
            readonly verdict: 'true-match' | 'possible' | 'false-positive' | 'undetermined';
            readonly ground:
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
            readonly reason: string;
            readonly until?: string;
          };
        };
      };
      responses: {
        200: { content: { 'application/json': Vetting } };
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
            readonly outcome:
              'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
            readonly reason: string;
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
      requestBody: { content: { 'application/json': { readonly reason: string } } };
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
      requestBody: { content: { 'application/json': { readonly reason: string } } };
      responses: {
        200: { content: { 'application/json': DecidedCase } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
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
        200: { content: { 'application/json': { readonly items: readonly CheckedNumber[] } } };
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
      parameters: { query: { text: string; register?: readonly string[]; limit?: number } };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { readonly registers: readonly RegisterLookUp[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
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
              readonly items: readonly ListedJob[];
              /** `after` of the next page; absent on the last. */
              readonly next?: string;
              readonly counts: {
                readonly waiting?: number;
                readonly running?: number;
                readonly done?: number;
                readonly dead?: number;
              };
            };
          };
        };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
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
        200: { content: { 'application/json': { readonly items: readonly AccessKey[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Issue a key; its secret is shown once */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            readonly name: string;
            readonly duties: readonly ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
            readonly expiresOn?: string;
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
              readonly items: readonly Alert[];
              readonly total: number;
              /** `after` of the next page; absent on the last. */
              readonly next?: string;
            };
          };
        };
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
        200: { content: { 'application/json': { readonly items: readonly LookBack[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Run every look-back that is owed */
    post: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { readonly runs: readonly LookBackResult[] } } };
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
        200: { content: { 'application/json': { readonly items: readonly Person[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Add somebody; the answer has a link that works once */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            readonly name: string;
            readonly duties: readonly ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
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
            readonly duties?: readonly (
              'submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service'
            )[];
            readonly isDisabled?: boolean;
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
      requestBody: { content: { 'application/json': { readonly subject: string } } };
      responses: { 200: { content?: never }; default: { content: { 'application/problem+json': ProblemDetails } } };
    };
  };
  '/v1/policies': {
    /** The policies in use */
    get: {
      parameters: { query?: never };
      requestBody?: never;
      responses: {
        200: { content: { 'application/json': { readonly items: readonly ListedPolicy[] } } };
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
      requestBody: { content: { 'application/json': { readonly text: string } } };
      responses: {
        200: { content: { 'application/json': { readonly differences: readonly PolicyDifference[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
  };
  '/v1/policies/{id}/trial': {
    /** What a text would have made of the past; nothing is kept */
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { readonly text: string } } };
      responses: {
        200: { content: { 'application/json': PolicyTrial } };
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
        200: { content: { 'application/json': { readonly items: readonly ListedEntry[]; readonly next?: number } } };
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
        200: { content: { 'application/json': OpenEntry } };
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
  '/v1/screenings': {
    /** Compare one name with the lists in use */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            readonly name: string;
            readonly schema?:
              'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
            readonly countries?: readonly string[];
            readonly nationalities?: readonly string[];
            readonly birthDate?: string;
            readonly identifiers?: readonly {
              readonly type:
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
              readonly value: string;
            }[];
            readonly limit?: number;
            readonly minScore?: number;
            readonly history?: boolean;
            readonly filters?: {
              readonly lists?: readonly string[];
              readonly topics?: readonly string[];
              readonly schemata?: readonly (
                'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane'
              )[];
              readonly countries?: readonly string[];
              readonly changedSince?: string;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /** Those that were searched in. */
              readonly editions: readonly ActiveEdition[];
              readonly hits: readonly {
                /** The party's name and the listed name that came closest. */
                readonly partyName: string;
                readonly listedName: string;
                readonly entity: Entity;
                readonly editionId: string;
                /** 0 to 1. */
                readonly score: number;
                readonly contributions: readonly Contribution[];
                readonly pairs: readonly NamePair[];
                /** True when nothing but the name could be compared. */
                readonly nameOnly: boolean;
                /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
                readonly disputedBy: readonly string[];
              }[];
              /** The parties that the hits are entries of, as all lists in use have them, in the order of their best hits. */
              readonly parties: readonly MergedEntity[];
              readonly cutOff?: string;
              /** Nothing in the name can be searched for: no hit means nothing. */
              readonly isUnreadable: boolean;
              readonly minScore: number;
              readonly history?: HistoryScreening;
            };
          };
        };
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
        200: {
          content: { 'application/json': { readonly source: string; readonly items: readonly ImportedEdition[] } };
        };
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
    /** Read official files into an edition, put it in use and look back */
    post: {
      parameters: { path: { id: string } };
      requestBody?: never;
      responses: {
        200: {
          content: {
            'application/json': {
              /** `unchanged`: these files were imported before; at most the day they were last current moved. */
              readonly result: 'imported' | 'unchanged';
              readonly edition: Edition;
              readonly confirmedCurrentOn: string;
              readonly changes?: { readonly added: number; readonly changed: number; readonly removed: number };
              /** Fields that `changes` passes over, as only one of the two editions has the file for them. */
              readonly leftOut?: readonly string[];
              /** What was out of bounds and taken with a reason. */
              readonly accepted: readonly string[];
              readonly lookBacks: readonly LookBackResult[];
            };
          };
        };
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
        200: { content: { 'application/json': { readonly items: readonly Webhook[] } } };
        default: { content: { 'application/problem+json': ProblemDetails } };
      };
    };
    /** Tell an address what happens from now on; the secret is shown once */
    post: {
      parameters: { query?: never };
      requestBody: {
        content: {
          'application/json': {
            readonly name: string;
            readonly url: string;
            readonly events: readonly (
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
        200: { content: { 'application/json': { readonly webhook: Webhook; readonly secret: string } } };
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
            readonly name?: string;
            readonly url?: string;
            readonly events?: readonly (
              | 'application.received'
              | 'decision.made'
              | 'case.moved'
              | 'proposal.waiting'
              | 'alert.raised'
              | 'edition.imported'
              | 'look-back.run'
            )[];
            readonly isDisabled?: boolean;
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
              readonly items: readonly ListedJob[];
              /** `after` of the next page; absent on the last. */
              readonly next?: string;
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
}

export type AccessKey = {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
  readonly createdAt: string;
  readonly createdBy: string;
  /** The last day on which it is taken. */
  readonly expiresOn?: string;
  readonly endedAt?: string;
};

export type ActiveEdition = {
  readonly edition: Edition;
  readonly confirmedCurrentOn: string;
  readonly statedBy: string;
};

export type Address = {
  /** The whole address as one line, as the source writes it. */
  readonly full: string;
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
};

export type AddressCheck = {
  readonly party: string;
  /** As claimed. */
  readonly address: string;
  /** Seven digits, as claimed beside the address or within it. */
  readonly postalCode?: string;
  /** The place that was read, as a gazetteer writes it; the prefecture also where the municipality alone tells it. */
  readonly prefecture?: string;
  readonly municipality?: string;
  readonly town?: string;
  readonly postal:
    | 'NOT_CHECKABLE'
    | 'NOT_CLAIMED'
    | 'AGREES'
    | 'OTHER_TOWN'
    | 'OTHER_MUNICIPALITY'
    | 'OTHER_PREFECTURE'
    | 'NO_SUCH_CODE';
  /** Places of the postal code, where it is not that of the address. */
  readonly postalPlaces: readonly string[];
  readonly municipalityFound: PlaceVerdict;
  readonly townFound: PlaceVerdict;
  /** Editions that were asked; none when no gazetteer is in use. */
  readonly sources: readonly { readonly source: string; readonly editionId: string }[];
};

export type Alert = {
  readonly id: string;
  readonly key: string;
  /** Absent: a list or a register changed. */
  readonly kind?: 'policy' | 'incident' | 'engine' | 'clearance' | 'confirmation' | 're-application';
  readonly applicationId: string;
  readonly caseId: string;
  readonly party: string;
  /** Whom it speaks of: a listed entity, a number of a register, an incident, a policy's id, an earlier application. */
  readonly entityId: string;
  readonly source: string;
  /** What the source was before and is now: an edition, the version of an incident, of a policy or the engine; of what ends, the day. */
  readonly fromEditionId?: string;
  readonly toEditionId: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of a list: the hit's score before and after; absent where there was or is none. */
  readonly scoreBefore?: number;
  readonly scoreAfter?: number;
  /** What was said before and is said after, where it is no score: a register's verdict with its reason, a policy's outcome with its rules. */
  readonly verdictBefore?: string;
  readonly verdictAfter?: string;
  /** What the application states, and what it is held against: names; of an incident and an earlier application, what both share. */
  readonly partyName: string;
  readonly listedName: string;
  readonly raisedAt: string;
};

export type AssignedCase = {
  readonly kind: 'assigned';
  /** Empty: nobody. */
  readonly to: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type AttachedDocument = {
  readonly kind: 'attached';
  readonly sha256: string;
  readonly bytes: number;
  /** Its name where it came from, without folders. */
  readonly file: string;
  readonly documentKind:
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
  /** BCP 47: of what stands in it. */
  readonly language: string;
  /** SHA-256 of the document of the same case that it says in another language. The original rules. */
  readonly translationOf?: string;
  /** Of a translation: who made it; absent: a machine. */
  readonly translatedBy?: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type Break = {
  /** The number of the entry. */
  readonly sequence: number;
  /** Its place in the stored order, from 1, or where it should stand. */
  readonly position: number;
  readonly kind: BreakKind;
  readonly reason: BreakReason;
  /** `found`: the number of the entry that stands there; `lastMissing`; `firstPossible`: rewritten from here at the earliest; of a checkpoint. */
  readonly facts: { readonly [name: string]: boolean | string | number };
};

export type BreakKind =
  'removed' | 'altered' | 'inserted' | 'reordered' | 'rewritten' | 'truncated' | 'rolled-back' | 'checkpoint';

export type BreakReason =
  | 'hash-differs'
  | 'seal-differs'
  | 'payload-without-salt'
  | 'salt-without-payload'
  | 'sequence-differs'
  | 'previous-differs'
  | 'followed-as-another'
  | 'checkpoint-differs'
  | 'end-missing'
  | 'older-than-witnessed'
  | 'other-record'
  | 'malformed'
  | 'key-unknown'
  | 'key-differs'
  | 'key-not-trusted'
  | 'key-not-rotated'
  | 'key-retired'
  | 'signature-wrong';

export type CaseComment = {
  readonly kind: 'commented';
  readonly text: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type CaseDueDate = {
  readonly kind: 'due';
  readonly on: string;
  readonly reason: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type CaseNote =
  | Disposition
  | ProposedStep
  | LegalHold
  | ErasureRequest
  | SettledProposal
  | AssignedCase
  | CaseComment
  | CaseDueDate
  | TipOffWarning
  | AttachedDocument
  | EscalatedCase;

export type CaseStep = {
  readonly caseId: string;
  readonly state: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  /** Who proposed it, where two people were needed: another person than `by`. */
  readonly proposedBy?: string;
  /** Of `data/reason-codes.yml`. */
  readonly code?: string;
};

export type CaseView = {
  readonly case: StoredCase;
  /** Absent once erased. */
  readonly application?: {
    readonly delivery?: {
      readonly country?: string;
      readonly address?: string;
      readonly method?: 'download' | 'shipment' | 'provisioning';
      /** The party that receives it. */
      readonly recipient?: string;
    };
    readonly links?: readonly {
      /** Percent, 0 to 100; with `owns`. */
      readonly share?: number;
      readonly since?: string;
      readonly until?: string;
      /** Who says so, when it is not the applicant. */
      readonly statedBy?: string;
      readonly kind:
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
      readonly from: string;
      readonly to: string;
    }[];
    readonly answers?: readonly {
      /** Who gave it, when it is not the applicant on the form. */
      readonly by?: string;
      readonly on?: string;
      /** What it rests on: the SHA-256 of a document, a page, a talk. */
      readonly evidence?: string;
      /** Of `data/questionnaires`: `instructed-by`, `end-use`, `resale`. */
      readonly question: string;
      readonly answer: string;
    }[];
    /** Certificates and the like, each a file beside the application. */
    readonly documents?: readonly {
      /** Who read the fields in it; the applicant where it is left out. */
      readonly statedBy?: string;
      /** Of the file's bytes; filled in when the file is taken, and held against it when it is given. */
      readonly sha256?: string;
      readonly bytes?: number;
      /** Whom it is about; the buyer where it is left out. */
      readonly party?: string;
      /** 認証番号, 照会番号, the number of the certificate. */
      readonly certificateNo?: string;
      /** What stands in it, as far as somebody read it. Nothing here was read by the program. */
      readonly fields?: {
        /** The register's number: of Japan 会社法人等番号 (12 digits) or 法人番号 (13). */
        readonly number?: string;
        readonly name?: string;
        readonly address?: string;
        readonly representatives?: readonly string[];
        readonly purposes?: readonly string[];
        readonly capital?: { readonly amount: number; readonly currency: string };
        readonly establishedOn?: string;
      };
      readonly kind:
        | 'full-register-certificate'
        | 'current-register-certificate'
        | 'closed-register-certificate'
        | 'representative-certificate'
        | 'register-information'
        | 'seal-certificate'
        | 'beneficial-owner-list'
        | 'foreign-register-extract';
      /** Its place below the folder of the application's file, with `/` between folders. */
      readonly file: string;
      readonly issuer: string;
      readonly issuedOn: string;
    }[];
    readonly payment?: {
      readonly country?: string;
      /** As it stands on the transfer or the card. */
      readonly payerName?: string;
      readonly method?: 'other' | 'bank-transfer' | 'card' | 'invoice' | 'cash' | 'crypto';
      readonly prepaidInFull?: boolean;
    };
    readonly network?: {
      /** What the address is of, as a service that knows networks says. */
      readonly kind?: 'access' | 'company' | 'hosting' | 'vpn' | 'tor';
      readonly country?: string;
      readonly ipAddress?: string;
      readonly deviceId?: string;
      readonly userAgent?: string;
    };
    /** The seller's reference; one application keeps it through every correction. */
    readonly id: string;
    /** The policy to vet under: `jp-only-edition`. */
    readonly policy: string;
    readonly receivedOn: string;
    readonly product: {
      readonly name?: string;
      readonly quantity?: number;
      readonly value?: { readonly amount: number; readonly currency: string };
      readonly id: string;
    };
    readonly parties: readonly {
      readonly identifiers?: readonly {
        readonly country?: string;
        readonly type:
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
        readonly value: string;
      }[];
      /** Where the party says it lives or is registered. */
      readonly country?: string;
      readonly addresses?: readonly {
        readonly country?: string;
        readonly postalCode?: string;
        /** What the address is to the party. */
        readonly use?: 'seat' | 'office' | 'home' | 'delivery' | 'billing' | 'installation';
        readonly full: string;
      }[];
      readonly emails?: readonly string[];
      readonly phones?: readonly string[];
      readonly websites?: readonly string[];
      /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
      readonly birthDate?: string;
      readonly gender?: 'male' | 'female';
      readonly nationalities?: readonly string[];
      /** The business the company says it is in. */
      readonly sector?: string;
      readonly foundedOn?: string;
      /** The party's name within the application: `buyer`, `p1`. */
      readonly id: string;
      readonly roles: readonly (
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
      readonly schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity';
      readonly names: readonly {
        readonly kind?: 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';
        /** BCP 47. */
        readonly language?: string;
        readonly text: string;
      }[];
    }[];
  };
  readonly revision: number;
  /** The last decision; absent once erased. */
  readonly decisionId?: string;
  readonly decision?: Decision;
  readonly evidence?: Evidence;
  readonly decisions: readonly {
    readonly id: string;
    readonly outcome: 'approve' | 'review' | 'refuse';
    readonly decidedAt: string;
  }[];
  readonly steps: readonly CaseStep[];
  readonly notes: readonly CaseNote[];
  readonly alerts: readonly Alert[];
  readonly proposal?: ProposedStep;
  /** Entries of which specially protected data was left out: `viewProtected` tells it, and that it was seen is sealed. */
  readonly withheld: readonly string[];
};

export type ChainEnd = 'listed' | 'refused' | 'refusal-proposed';

export type CheckedNumber = {
  readonly fact?: RegisterFact;
  readonly state: 'FORMAT_INVALID' | 'CHECK_INVALID' | 'VALID_UNCONFIRMED' | 'CONFIRMED' | 'CONTRADICTED';
  readonly identifier: Identifier;
  /** The value in its one normal form; absent when the format is invalid. */
  readonly normalised?: string;
  /** What a register states, where that confirms or contradicts: its number of this kind, and the edition. */
  readonly stated?: { readonly register: string; readonly editionId: string; readonly value: string };
};

export type ClearanceTerms = {
  readonly days: number;
  readonly partyFields: readonly (
    'schema' | 'names' | 'identifiers' | 'country' | 'addresses' | 'birthDate' | 'gender' | 'nationalities'
  )[];
  readonly entityFields: readonly (
    | 'schema'
    | 'names'
    | 'identifiers'
    | 'addresses'
    | 'nationalities'
    | 'birthDates'
    | 'genders'
    | 'countries'
    | 'delistedOn'
  )[];
};

export type ClearedHit = {
  readonly clearance: {
    readonly at: string;
    readonly by: string;
    readonly caseId: string;
    readonly ground:
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
    readonly until: string;
  };
  readonly party: string;
  /** The party's name and the listed name that came closest. */
  readonly partyName: string;
  readonly listedName: string;
  readonly entity: Entity;
  readonly editionId: string;
  /** 0 to 1. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
  /** True when nothing but the name could be compared. */
  readonly nameOnly: boolean;
  /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
  readonly disputedBy: readonly string[];
};

export type ComparedField = {
  readonly added?: readonly unknown[];
  readonly removed?: readonly unknown[];
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

export type Confirmation = {
  readonly party: string;
  readonly register: string;
  readonly editionId?: string;
  readonly verdict: ConfirmationVerdict;
  /** How the company was looked for. */
  readonly basis: 'number' | 'name' | 'none';
  /** Why, as a code of the message catalogue: `number-and-name-agree`, `closed`, `register-incomplete`, … */
  readonly reason: string;
  readonly number?: string;
  readonly fields: readonly FieldComparison[];
  readonly fact?: RegisterFact;
  /** What other registers in use say of the company; absent when none has it. */
  readonly joins?: readonly RegisterJoin[];
  /** Companies of the claimed name, when no number led to one: number and name as registered. */
  readonly candidates: readonly { readonly number: string; readonly name: string; readonly address: string }[];
  /** Of the claimed seat: how many companies that are open the register has at its building, and of its addresses how many of a hundred have fewer (0 to 100). Absent where it was not looked for, or the address cannot be read. */
  readonly addressCompanies?: {
    readonly register: string;
    readonly edition: string;
    readonly count: number;
    readonly percentile: number;
  };
  /** Open companies whose names are nearly the claimed one; absent where they were not looked for. */
  readonly lookAlikes?: readonly LookAlikeCompany[];
};

export type ConfirmationVerdict = 'CONFIRMED' | 'MISMATCH' | 'NOT_FOUND' | 'NOT_CHECKABLE';

export type Contribution = { readonly factor: string; readonly points: number; readonly detail?: string };

export type DateRange = {
  readonly earliest: string;
  readonly latest: string;
  readonly circa: boolean;
  /** As the source writes it. */
  readonly text: string;
};

export type DatedParameter = {
  readonly description: string;
  readonly unit: string;
  /** By the day each value begins to hold. */
  readonly values: {
    readonly [name: string]: { readonly value: boolean | string | number; readonly reference: string };
  };
};

export type DecidedCase = { readonly case: StoredCase; readonly proposal?: ProposedStep };

export type Decision = {
  readonly applicationId: string;
  readonly outcome: 'approve' | 'review' | 'refuse';
  readonly findings: readonly Finding[];
  readonly policy: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly engineVersion: string;
  readonly decidedAt: string;
  readonly simulation: boolean;
};

export type Disposition = {
  readonly kind: 'disposed';
  readonly party: string;
  readonly entityId: string;
  readonly verdict: 'true-match' | 'possible' | 'false-positive' | 'undetermined';
  readonly ground:
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
  readonly reason: string;
  /** The policy that the hit was found under: a clearance holds under no other. */
  readonly policy: string;
  /** Of a false positive: the last day on which it is a clearance. */
  readonly until?: string;
  /** SHA-256 of what the party and the entry said in the fields that the policy calls significant, lower-case hex. */
  readonly partySeal: string;
  readonly entitySeal: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type DocumentCheck = {
  readonly party: string;
  readonly file: string;
  readonly sha256: string;
  readonly kind:
    | 'full-register-certificate'
    | 'current-register-certificate'
    | 'closed-register-certificate'
    | 'representative-certificate'
    | 'register-information'
    | 'seal-certificate'
    | 'beneficial-owner-list'
    | 'foreign-register-extract';
  readonly issuer: string;
  readonly issuedOn: string;
  /** On the day the evidence was gathered; negative for one that is dated later. */
  readonly ageDays: number;
  /** The register and edition that it was held against; absent when none has the company. */
  readonly register?: string;
  readonly editionId?: string;
  readonly fields: readonly DocumentField[];
};

export type DocumentField = {
  readonly against: 'register' | 'application';
  readonly field: 'number' | 'name' | 'representative' | 'address' | 'established';
  readonly verdict: FieldVerdict;
  readonly stated: string;
  /** What the register or the application says. */
  readonly other?: string;
  /** As of a `FieldComparison`. */
  readonly detail?: string;
};

export type EarlierApplication = {
  readonly applicationId: string;
  /** What a person has made of it so far. */
  readonly outcome: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
  readonly shared: 'address' | 'phone' | 'mail' | 'domain' | 'device' | 'ip' | 'end-use';
  /** True when the buyer is the same one, by its number, else by its name. */
  readonly sameBuyer: boolean;
  /** Of `end-use`, 0 to 1. */
  readonly similarity?: number;
};

export type Edition = {
  /** SHA-256, lower-case hex, of what makes the edition: source, files, the edition it builds on, the importer's version. */
  readonly id: string;
  readonly source: string;
  readonly kind: SourceKind;
  readonly publishedOn: string;
  /** A list is complete; a register is when a full set and an unbroken row of diffs stand behind it, a gazetteer when it has every prefecture. */
  readonly complete: boolean;
  /** The edition a diff was applied to. */
  readonly basedOn?: string;
  /** Of the importer that read the files: another reading of them is another edition. */
  readonly importerVersion: number;
  readonly files: readonly EditionFile[];
  /** What was read: `entities`, `aliases`, `addresses`, `rows`, …; by name, so that importers can say what they have. */
  readonly counts: { readonly [name: string]: number };
  /** The first problems by line; `counts.problems` has all. */
  readonly problems: readonly RecordProblem[];
  /** SHA-256 of the stored content, so that a damaged file is noticed. */
  readonly contentSha256: string;
  /** The layout its publisher gave it in: `csv`, `xml`. Absent in editions made before it was noted, and of registers. */
  readonly form?: string;
  /** SHA-256 of the entries that editions before had and this one has not, each with the day of the first edition without it (`delistedOn`). Absent when there are none, and in editions made before it was kept. */
  readonly historySha256?: string;
};

export type EditionDiff = {
  readonly from: Edition;
  readonly to: Edition;
  /** Of all changes; the lists hold the first of each, by id. */
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly added: readonly {
    readonly id: string;
    /** The one to show. */
    readonly name: string;
  }[];
  readonly changed: readonly {
    readonly id: string;
    /** The one to show. */
    readonly name: string;
    readonly fields: readonly ComparedField[];
  }[];
  readonly removed: readonly {
    readonly id: string;
    /** The one to show. */
    readonly name: string;
  }[];
  /** Fields that are not compared: one of the editions lacks a file that has a part in them. */
  readonly leftOut: readonly string[];
  /** What else than the publisher may have made the difference. */
  readonly causes: readonly ReadingDifference[];
};

export type EditionFile = {
  readonly name: string;
  /** SHA-256 of the bytes as imported, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** What its source calls it: `sdn`, `alt`; `mapping` of an own list. Absent in editions made before it was noted. */
  readonly role?: string;
};

export type Entity = {
  /** `<source>:<record id>`, the same in every edition of the list. */
  readonly id: string;
  readonly source: string;
  readonly recordId: string;
  readonly schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity' | 'Vessel' | 'Airplane';
  /** At least one; the first is the one to show. */
  readonly names: readonly EntityName[];
  readonly birthDates: readonly DateRange[];
  readonly birthPlaces: readonly string[];
  readonly genders: readonly ('male' | 'female')[];
  /** ISO 3166-1 alpha-2, lower case. */
  readonly nationalities: readonly string[];
  /** Every country the entity is connected with: nationality, address, flag, place of registration. */
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly Address[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  readonly positions: readonly string[];
  /** FollowTheMoney topics: `sanction`, `export.control`, `wanted`, … */
  readonly topics: readonly string[];
  readonly effects: readonly (
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
    | 'information'
  )[];
  /** The list's own programme or concern codes: `NPWMD`, `DPRK`, `M`, `CW`. */
  readonly programmes: readonly string[];
  readonly legalStatus: readonly LegalStatusClaim[];
  readonly links: readonly EntityLink[];
  /** Free text of the list that is not taken apart. */
  readonly remarks: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly listedOn?: string;
  readonly updatedOn?: string;
  /** Of an entry that its list no longer has, or keeps as delisted: the day from which it is not in force. */
  readonly delistedOn?: string;
  readonly sourceUrl?: string;
};

export type EntityLink = {
  readonly kind:
    | 'associate-of'
    | 'member-of'
    | 'employed-by'
    | 'director-of'
    | 'linked-to'
    | 'owned-by'
    | 'owner-of'
    | 'directed-by'
    | 'family-of'
    | 'operated-by'
    | 'acts-for'
    | 'successor-of';
  readonly toId?: string;
  readonly toName?: string;
  /** In the list's words: `brother`, `51 %`, `chairman`. */
  readonly detail?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly since?: string;
  readonly until?: string;
};

export type EntityName = {
  readonly text: string;
  readonly kind: 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';
  /** BCP 47, when the source says so: `ja`, `zh`, `ar`. */
  readonly language?: string;
  /** When the source gives the parts, which one is the family name. */
  readonly family?: string;
  readonly given?: string;
};

export type ErasureRequest = {
  readonly kind: 'erasure-requested';
  /** Before the end of its period. */
  readonly isEarly: boolean;
  readonly reason: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type EscalatedCase = {
  readonly kind: 'escalated';
  readonly to: string;
  /** The day that has passed. */
  readonly dueOn: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type EscalationTerms = {
  readonly to: string;
  /** Days from the moment a case comes to be looked at. */
  readonly dueDays: number;
};

export type Evidence = {
  readonly application: {
    readonly delivery?: {
      readonly country?: string;
      readonly address?: string;
      readonly method?: 'download' | 'shipment' | 'provisioning';
      /** The party that receives it. */
      readonly recipient?: string;
    };
    readonly links?: readonly {
      /** Percent, 0 to 100; with `owns`. */
      readonly share?: number;
      readonly since?: string;
      readonly until?: string;
      /** Who says so, when it is not the applicant. */
      readonly statedBy?: string;
      readonly kind:
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
      readonly from: string;
      readonly to: string;
    }[];
    readonly answers?: readonly {
      /** Who gave it, when it is not the applicant on the form. */
      readonly by?: string;
      readonly on?: string;
      /** What it rests on: the SHA-256 of a document, a page, a talk. */
      readonly evidence?: string;
      /** Of `data/questionnaires`: `instructed-by`, `end-use`, `resale`. */
      readonly question: string;
      readonly answer: string;
    }[];
    /** Certificates and the like, each a file beside the application. */
    readonly documents?: readonly {
      /** Who read the fields in it; the applicant where it is left out. */
      readonly statedBy?: string;
      /** Of the file's bytes; filled in when the file is taken, and held against it when it is given. */
      readonly sha256?: string;
      readonly bytes?: number;
      /** Whom it is about; the buyer where it is left out. */
      readonly party?: string;
      /** 認証番号, 照会番号, the number of the certificate. */
      readonly certificateNo?: string;
      /** What stands in it, as far as somebody read it. Nothing here was read by the program. */
      readonly fields?: {
        /** The register's number: of Japan 会社法人等番号 (12 digits) or 法人番号 (13). */
        readonly number?: string;
        readonly name?: string;
        readonly address?: string;
        readonly representatives?: readonly string[];
        readonly purposes?: readonly string[];
        readonly capital?: { readonly amount: number; readonly currency: string };
        readonly establishedOn?: string;
      };
      readonly kind:
        | 'full-register-certificate'
        | 'current-register-certificate'
        | 'closed-register-certificate'
        | 'representative-certificate'
        | 'register-information'
        | 'seal-certificate'
        | 'beneficial-owner-list'
        | 'foreign-register-extract';
      /** Its place below the folder of the application's file, with `/` between folders. */
      readonly file: string;
      readonly issuer: string;
      readonly issuedOn: string;
    }[];
    readonly payment?: {
      readonly country?: string;
      /** As it stands on the transfer or the card. */
      readonly payerName?: string;
      readonly method?: 'other' | 'bank-transfer' | 'card' | 'invoice' | 'cash' | 'crypto';
      readonly prepaidInFull?: boolean;
    };
    readonly network?: {
      /** What the address is of, as a service that knows networks says. */
      readonly kind?: 'access' | 'company' | 'hosting' | 'vpn' | 'tor';
      readonly country?: string;
      readonly ipAddress?: string;
      readonly deviceId?: string;
      readonly userAgent?: string;
    };
    /** The seller's reference; one application keeps it through every correction. */
    readonly id: string;
    /** The policy to vet under: `jp-only-edition`. */
    readonly policy: string;
    readonly receivedOn: string;
    readonly product: {
      readonly name?: string;
      readonly quantity?: number;
      readonly value?: { readonly amount: number; readonly currency: string };
      readonly id: string;
    };
    readonly parties: readonly {
      readonly identifiers?: readonly {
        readonly country?: string;
        readonly type:
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
        readonly value: string;
      }[];
      /** Where the party says it lives or is registered. */
      readonly country?: string;
      readonly addresses?: readonly {
        readonly country?: string;
        readonly postalCode?: string;
        /** What the address is to the party. */
        readonly use?: 'seat' | 'office' | 'home' | 'delivery' | 'billing' | 'installation';
        readonly full: string;
      }[];
      readonly emails?: readonly string[];
      readonly phones?: readonly string[];
      readonly websites?: readonly string[];
      /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
      readonly birthDate?: string;
      readonly gender?: 'male' | 'female';
      readonly nationalities?: readonly string[];
      /** The business the company says it is in. */
      readonly sector?: string;
      readonly foundedOn?: string;
      /** The party's name within the application: `buyer`, `p1`. */
      readonly id: string;
      readonly roles: readonly (
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
      readonly schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity';
      readonly names: readonly {
        readonly kind?: 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';
        /** BCP 47. */
        readonly language?: string;
        readonly text: string;
      }[];
    }[];
  };
  readonly gatheredAt: string;
  /** True in a folder made for simulation: dates are played, and every output says so. */
  readonly simulation: boolean;
  readonly engineVersion: string;
  readonly sources: readonly SourceState[];
  readonly identifiers: readonly IdentifierCheck[];
  readonly confirmations: readonly Confirmation[];
  /** What gazetteers say of each address in Japan that is claimed. Absent in evidence gathered before they were asked. */
  readonly addressChecks?: readonly AddressCheck[];
  readonly hits: readonly Hit[];
  /** Hits on entries that their list keeps as delisted: told for information, seen by no rule and no signal. Absent when there are none. */
  readonly formerHits?: readonly Hit[];
  /** Hits that a clearance holds for: told with it, seen by no rule and no signal. Absent when there are none. */
  readonly clearedHits?: readonly ClearedHit[];
  /** What is shared with applications of other ids that are kept here, some for many alike; absent where they were not looked through. */
  readonly earlierApplications?: readonly EarlierApplication[];
  readonly productNorm?: ProductNorm;
  /** Documents handed in, held against register and application; absent when there are none. */
  readonly documents?: readonly DocumentCheck[];
  /** What parties have in common with incidents that are kept, for information and a signal; absent when none is kept. */
  readonly incidents?: readonly IncidentLink[];
  readonly paths: readonly Path[];
  /** Addresses of so many parties that sharing one joins nobody. Absent when there are none. */
  readonly massAddresses?: readonly MassAddress[];
  /** By rule in force when the evidence was gathered, and party; absent when no list of a rule is in use. */
  readonly ownership?: readonly OwnershipAnswer[];
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
};

export type Explanation = {
  readonly applicationId: string;
  readonly for: 'officer' | 'applicant';
  readonly language: 'id' | 'en' | 'zh' | 'ja' | 'ar' | 'fr';
  readonly direction: 'ltr' | 'rtl';
  /** The language it was translated from by a machine, while no person has confirmed the translation. */
  readonly machineMadeFrom?: 'id' | 'en' | 'zh' | 'ja' | 'ar' | 'fr';
  readonly lines: readonly string[];
};

export type FieldComparison = {
  readonly field: 'kind' | 'name' | 'address' | 'status' | 'age';
  readonly verdict: FieldVerdict;
  readonly claimed?: string;
  readonly registered?: string;
  /** How far an address agrees: `SAME`, `SAME_BLOCK`, `SAME_TOWN`, `SAME_CITY`, `DIFFERENT`, `UNPARSEABLE`; or why a name counts as similar. */
  readonly detail?: string;
};

export type FieldVerdict =
  'SAME' | 'SIMILAR' | 'FORMER' | 'DIFFERENT' | 'UNPARSEABLE' | 'NOT_CLAIMED' | 'NOT_REGISTERED';

export type Finding = {
  readonly rule: string;
  readonly outcome: 'approve' | 'review' | 'refuse';
  /** A code of the message catalogue (`finding.<message>`) and what it speaks of. */
  readonly message: string;
  readonly facts: { readonly [name: string]: boolean | string | number };
  /** JSON pointers (RFC 6901) into the Evidence. */
  readonly evidence: readonly string[];
  /** Law or rule behind it, where the policy names one. */
  readonly reference?: string;
};

export type Folder = {
  /** Random, made with the folder; the record's id. */
  readonly id: string;
  /** Dates are played here, and every output and entry says so for ever. */
  readonly simulation: boolean;
  readonly createdAt: string;
};

export type FolderProof = {
  readonly report: VerificationReport;
  /** What tables and files say otherwise than the record; of a broken record none: there is nothing to hold them against. */
  readonly differences: readonly string[];
};

export type FolderStatus = {
  readonly folder: Folder;
  readonly today: string;
  /** Those in use, each held against the strictest limit of the policies that name it. */
  readonly sources: readonly {
    readonly source: string;
    readonly kind: SourceKind;
    readonly state: 'FRESH' | 'STALE' | 'MISSING';
    readonly editionId?: string;
    readonly publishedOn?: string;
    readonly confirmedCurrentOn?: string;
    readonly ageDays?: number;
    /** Absent when the policy sets no limit. */
    readonly maxAgeDays?: number;
    readonly required: boolean;
    readonly complete?: boolean;
    readonly counts: { readonly [name: string]: number };
    /** The layout of the edition in use. */
    readonly form?: string;
    readonly statedBy?: string;
    /** What is wrong with the file of a list. */
    readonly damage?: string;
  }[];
  /** Lists, registers and gazetteers that can be imported and never were. */
  readonly neverImported: readonly string[];
  readonly policies: readonly {
    readonly id: string;
    readonly version: number;
    readonly origin: 'shipped' | 'own';
    readonly notReady: readonly string[];
  }[];
  readonly cases: {
    readonly ACCEPT?: number;
    readonly ACCEPT_WITH_CONDITIONS?: number;
    readonly NEED_INFORMATION?: number;
    readonly HOLD?: number;
    readonly REFUSE?: number;
    readonly WITHDRAWN?: number;
  };
  readonly lookBacksOwed: number;
  readonly recordEntries: number;
};

export type FollowedApplication = {
  readonly applicationId: string;
  readonly state: FollowedState;
  readonly receivedAt: string;
};

export type FollowedState = 'accepted' | 'being-examined' | 'information-needed' | 'not-accepted' | 'withdrawn';

export type FoundCompany = {
  /** `number`: its number was asked for. `name`: it has or had the name. `spelling`: a name of it is like the one asked for. */
  readonly by: 'number' | 'name' | 'spelling';
  readonly fact: RegisterFact;
  /** 0 to 1, of a spelling. */
  readonly score?: number;
  /** The name of it that is like the one asked for. */
  readonly foundName?: string;
};

export type Gap = {
  readonly kind:
    | 'source-missing'
    | 'source-stale'
    | 'register-incomplete'
    | 'register-not-asked'
    | 'field-unreadable'
    | 'answer-missing'
    | 'search-cut-off'
    | 'source-unknown';
  /** What it is about: a source id, a party and field. */
  readonly subject: string;
  readonly detail?: string;
};

export type HistoryScreening = {
  /** Each with the day its list was without it (`entity.delistedOn`); the edition is that in use, which lacks it. */
  readonly hits: readonly {
    /** The party's name and the listed name that came closest. */
    readonly partyName: string;
    readonly listedName: string;
    readonly entity: Entity;
    readonly editionId: string;
    /** 0 to 1. */
    readonly score: number;
    readonly contributions: readonly Contribution[];
    readonly pairs: readonly NamePair[];
    /** True when nothing but the name could be compared. */
    readonly nameOnly: boolean;
    /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
    readonly disputedBy: readonly string[];
  }[];
  readonly cutOff?: string;
};

export type Hit = {
  readonly party: string;
  /** The party's name and the listed name that came closest. */
  readonly partyName: string;
  readonly listedName: string;
  readonly entity: Entity;
  readonly editionId: string;
  /** 0 to 1. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly pairs: readonly NamePair[];
  /** True when nothing but the name could be compared. */
  readonly nameOnly: boolean;
  /** What the party states of itself and the list states otherwise (`birth-date`, `gender`, …), when without it the score would be a hit's: kept in sight, because whoever applies chooses what to state. Empty: the score alone makes the hit. */
  readonly disputedBy: readonly string[];
};

export type Holder = {
  /** A party's id, or where else it is named: `gleif:5493…`. */
  readonly id: string;
  readonly name?: string;
  readonly share: ShareRange;
  /** True for control without a stated share: rights of appointment or vote, consolidation. */
  readonly controls: boolean;
  /** Why what it holds counts. `unlisted`: not shown to be restricted, and not shown to be none. */
  readonly standing: 'listed' | 'owned' | 'may-be-owned' | 'unlisted' | 'not-restricted';
  /** Listed entities it may be. */
  readonly entityIds: readonly string[];
  readonly statedBy: string;
  readonly date?: string;
};

export type Hop = {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** `forward` when the relation is stated from `from` to `to`. */
  readonly direction: 'forward' | 'backward';
  readonly statedBy: string;
  /** Since when, as far as it is said; else the day for which its source says it. `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
};

export type Identifier = {
  readonly type:
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
  /** As given. */
  readonly value: string;
  /** ISO 3166-1 alpha-2, lower case: who issued it. */
  readonly country?: string;
  readonly note?: string;
};

export type IdentifierCheck = {
  readonly party: string;
  readonly identifier: Identifier;
  /** The value in its one normal form; absent when the format is invalid. */
  readonly normalised?: string;
  readonly state: 'FORMAT_INVALID' | 'CHECK_INVALID' | 'VALID_UNCONFIRMED' | 'CONFIRMED' | 'CONTRADICTED';
  /** What a register states, where that confirms or contradicts: its number of this kind, and the edition. */
  readonly stated?: { readonly register: string; readonly editionId: string; readonly value: string };
};

export type ImportedEdition = {
  readonly edition: Edition;
  readonly isInUse: boolean;
  /** As noted, or as the names of its files tell. */
  readonly form?: string;
  readonly importedAt?: string;
  readonly importedBy?: string;
  /** What was out of bounds, and the reason for which it was taken all the same. */
  readonly objections: readonly string[];
  readonly accepted?: string;
};

export type IncidentLink = {
  readonly party: string;
  readonly incidentId: string;
  readonly version: string;
  readonly title: string;
  readonly source: {
    /** BCP 47, of the report. */
    readonly language?: string;
    readonly url?: string;
    readonly publishedOn?: string;
    readonly retrievedOn?: string;
    readonly publisher: string;
  };
  readonly from?: string;
  readonly to?: string;
  readonly markings?: readonly string[];
  readonly matches: readonly IncidentMatch[];
  /** Of the names that match: those that stand, as they were reported. */
  readonly claims?: readonly NamedClaim[];
};

export type IncidentMatch = {
  readonly type: 'name' | 'url' | 'phone' | 'mail' | 'domain' | 'ip' | 'account' | 'file-hash';
  /** As the incident states it, and as the application does. */
  readonly indicator: string;
  readonly stated: string;
  /** Of a name: 0 to 1. */
  readonly score?: number;
};

export type InvitedByLink = {
  readonly link: string;
  readonly person: Person;
  /** Whoever has it sets the passphrase, once, within `INVITATION_DAYS`. */
  readonly invitation: string;
};

export type IssuedKey = {
  readonly key: AccessKey;
  /** `<id>.<secret>`, as it is sent. It cannot be shown again. */
  readonly credential: string;
};

export type KeyChange = {
  readonly sequence: number;
  readonly fromKeyId: string;
  readonly toKeyId: string;
  readonly isSigned: boolean;
};

export type LegalHold = {
  readonly kind: 'legal-hold';
  readonly isSet: boolean;
  readonly reason: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type LegalStatusClaim = {
  readonly status:
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
  /** With NOT_INDICTED only. */
  readonly reason?: 'SUSPENDED' | 'INSUFFICIENT' | 'NO_SUSPICION' | 'REASON_UNKNOWN';
  readonly offence?: string;
  /** The court, police or body whose act it is. */
  readonly authority: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: of the act, as far as known. */
  readonly date?: string;
  /** Who reports it: the list itself, a newspaper. */
  readonly reportedBy: string;
  readonly sourceUrl?: string;
};

export type ListedEntry = {
  readonly isErased: boolean;
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly at: string;
  readonly kind:
    | 'folder-created'
    | 'edition-imported'
    | 'edition-confirmed-current'
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
    | 'key-rotated'
    | 'key-replaced'
    | 'webhook-changed'
    | 'webhook-ended'
    | 'second-factor-changed'
    | 'subject-bound';
  readonly subject: string;
  readonly simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  readonly seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
};

export type ListedJob = {
  readonly content: unknown;
  readonly outcome?: unknown;
  /** Names what is done: the same work is one job, however often it is asked for. */
  readonly id: string;
  readonly kind: string;
  /** What it is about, where several are: the id of a webhook. Empty elsewhere. */
  readonly subject: string;
  readonly state: 'waiting' | 'running' | 'done' | 'dead';
  readonly dueAt: string;
  /** Milliseconds from one end to the next beginning; absent: it is done once. */
  readonly everyMs?: number;
  /** Of tries since it was last due. */
  readonly tries: number;
  /** While it runs: who runs it, and until when nobody else takes it. */
  readonly lease?: { readonly worker: string; readonly until: string };
  readonly createdAt: string;
  /** When the last try ended. */
  readonly endedAt?: string;
};

export type ListedPolicy = {
  readonly origin: 'shipped' | 'own';
  readonly rules: number;
  readonly id: string;
  /** Of the policy file's bytes. */
  readonly sha256: string;
  readonly title: string;
  readonly version: number;
  /** Lists and registers the policy needs, with their greatest age in days. Not fresh: a gap. */
  readonly sources: readonly { readonly source: string; readonly required: boolean; readonly maxAgeDays: number }[];
};

export type LoadedPolicy = {
  readonly policy: Policy;
  readonly text: string;
  /** `own`: of the data folder. */
  readonly origin: 'shipped' | 'own';
};

export type LookAlikeCompany = {
  readonly number: string;
  readonly name: string;
  readonly address: string;
  /** What the claimed name has otherwise. */
  readonly difference: 'one-character' | 'confusable-character' | 'extra-word';
  readonly addressVerdict: FieldVerdict;
  /** As the register has them. */
  readonly websites?: readonly string[];
};

export type LookBack = {
  readonly id: string;
  readonly kind: 'policy' | 'time' | 'engine' | 'edition' | 'incidents';
  /** A list or register; `incidents`; a policy's id; `engine`. */
  readonly source: string;
  /** Of a policy its hash, of the engine its version; of a batch of incidents the hash of their versions. */
  readonly fromEditionId?: string;
  readonly toEditionId: string;
  readonly state: 'done' | 'owed';
  /** Of one that goes step by step: the application after which it goes on. */
  readonly position?: string;
  /** Absent in those of older folders. */
  readonly owedAt?: string;
};

export type LookBackResult = {
  readonly lookBack: LookBack;
  readonly partiesScreened: number;
  readonly alerts: readonly Alert[];
};

export type MassAddress = {
  readonly party: string;
  readonly address: string;
  /** Who says so: `applications`, or a register. */
  readonly source: string;
  /** Parties of applications, or companies of the register, that are there; at least so many. */
  readonly count: number;
};

export type MergeReason = {
  /** Ids of entities; `one` sorts before `other`. */
  readonly one: string;
  readonly other: string;
  readonly kind: 'joined' | 'identifier' | 'name-birth-date-country' | 'name-address';
  /** The values that agree. */
  readonly detail: string;
};

export type MergedEntity = {
  /** Sorted by id; at least one. */
  readonly entries: readonly MergedEntry[];
  /** A tree: one reason less than there are entries. */
  readonly because: readonly MergeReason[];
};

export type MergedEntry = { readonly entity: Entity; readonly editionId: string };

export type NameDescription = {
  readonly original: string;
  readonly titles: readonly string[];
  readonly legalForms: readonly {
    readonly form: string;
    readonly display: string;
    readonly position: 'before' | 'after';
  }[];
  readonly words: readonly {
    readonly text: string;
    readonly script: Script;
    readonly kind: 'number' | 'initial' | 'word' | 'light' | 'concept';
    readonly role?: 'family' | 'given';
    readonly latin?: string;
    /** Best first; how likely 0 to 1. */
    readonly readings: readonly {
      readonly tradition: Tradition;
      readonly text: string;
      readonly system: ReadingSystem;
      readonly quality: number;
    }[];
  }[];
};

export type NamePair = {
  readonly query?: string;
  readonly listed?: string;
  /** 0 to 1. */
  readonly similarity: number;
  readonly because:
    | 'equal'
    | 'same-reading'
    | 'romanisation'
    | 'same-legal-form'
    | 'edit-distance'
    | 'initial'
    | 'nickname'
    | 'joined'
    | 'unpaired'
    | 'contradicted';
};

export type NamedClaim = {
  readonly status:
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
  /** With NOT_INDICTED only. */
  readonly reason?: 'SUSPENDED' | 'INSUFFICIENT' | 'NO_SUSPICION' | 'REASON_UNKNOWN';
  readonly offence?: string;
  /** The court, police or body whose act it is. */
  readonly authority: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: of the act, as far as known. */
  readonly date?: string;
  /** Who reports it: the list itself, a newspaper. */
  readonly reportedBy: string;
  readonly sourceUrl?: string;
  readonly name: string;
};

export type OfferedFactor = {
  /** Base32. */
  readonly secret: string;
  /** `otpauth://totp/…`, for a picture that a device reads. */
  readonly uri: string;
};

export type OpenEntry = {
  /** 32 random bytes, lower-case hex. */
  readonly salt?: string;
  /** Canonical JSON. */
  readonly payload?: string;
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly at: string;
  readonly kind:
    | 'folder-created'
    | 'edition-imported'
    | 'edition-confirmed-current'
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
    | 'key-rotated'
    | 'key-replaced'
    | 'webhook-changed'
    | 'webhook-ended'
    | 'second-factor-changed'
    | 'subject-bound';
  readonly subject: string;
  readonly simulation: boolean;
  /** SHA-256 of the 32 bytes of the salt followed by the UTF-8 bytes of the payload, lower-case hex. */
  readonly seal: string;
  /** `hash` of the entry before; of the first, 64 zeros. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of all the fields above. */
  readonly hash: string;
};

export type OwnershipAnswer = {
  readonly party: string;
  /** Of `data/ownership-rules.yml`: `ofac-50`, `eu-50`, … */
  readonly rule: string;
  readonly state: 'OWNED' | 'MAY_BE_OWNED' | 'NOT_OWNED' | 'UNKNOWN';
  readonly share: ShareRange;
  readonly holders: readonly Holder[];
};

export type Path = {
  readonly from: string;
  /** The last party of the application on it. */
  readonly to: string;
  /** The listed entity; of an application that was refused `<application id>/<party id>`. */
  readonly entityId: string;
  readonly hops: readonly Hop[];
  readonly reaches?: ChainEnd;
};

export type Person = {
  readonly id: string;
  /** As it stands beside what they say; no two people have the same. */
  readonly name: string;
  readonly duties: readonly ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
  /** BCP 47; absent: the language of the browser. */
  readonly language?: string;
  readonly isDisabled: boolean;
  readonly createdAt: string;
};

export type PlaceVerdict = 'NOT_FOUND' | 'NOT_CHECKABLE' | 'NOT_CLAIMED' | 'FOUND';

export type Policy = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo?: string;
  /** Lists and registers the policy needs, with their greatest age in days. Not fresh: a gap. */
  readonly sources: readonly { readonly source: string; readonly required: boolean; readonly maxAgeDays: number }[];
  /** The registers a company is confirmed in, by the country it says it is of. */
  readonly registers: readonly { readonly source: string; readonly country: string }[];
  /** Questions that must be answered; no answer is a gap. */
  readonly requiredAnswers: readonly string[];
  /** Questionnaires that are asked: their mandatory questions must be answered as well, where they apply. */
  readonly questionnaires?: readonly string[];
  /** Whom an applicant can ask, as told to applicants. */
  readonly contact?: string;
  readonly escalation?: EscalationTerms;
  readonly parameters: { readonly [name: string]: DatedParameter };
  /** At most one for each product. */
  readonly products: readonly ProductNorm[];
  /** Whether an approve becomes ACCEPT without a person. */
  readonly acceptsByItself: boolean;
  /** States that two people must agree on, besides those that always need two (`policy/second-person.ts`). */
  readonly secondPersonFor?: readonly (
    'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN'
  )[];
  readonly clearance?: ClearanceTerms;
  /** Days after which what a register confirmed of an accepted order is to be confirmed anew; `CONFIRMATION_DAYS` unless it says so. */
  readonly confirmationDays?: number;
  readonly rules: readonly PolicyRule[];
  /** Of the policy file's bytes. */
  readonly sha256: string;
  /** The least score of a hit, 0 to 1. */
  readonly minScore: number;
  /** A name that its list calls weak makes a hit as any other does; without it, never alone (OFAC FAQ 124). */
  readonly weakAliasesMakeHits?: boolean;
};

export type PolicyDifference = {
  /** `rules/<id>`, `sources/<id>`, `parameters/<name>`, … */
  readonly part: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Canonical JSON. */
  readonly before?: string;
  readonly after?: string;
};

export type PolicyRule = {
  readonly id: string;
  /** With it, the rule is asked once for each element, which the expressions name `item`. */
  readonly each?: 'identifiers' | 'documents' | 'sources' | 'confirmations' | 'hits' | 'paths' | 'signals' | 'gaps';
  /** A CEL expression that gives a boolean: true makes a finding. An error in it is a finding for review. */
  readonly when: string;
  readonly outcome: 'approve' | 'review' | 'refuse';
  /** A code of the message catalogue. */
  readonly message: string;
  /** What the message speaks of: name and CEL expression. */
  readonly facts: { readonly [name: string]: string };
  readonly reference?: string;
};

export type PolicyTrial = {
  readonly decisions: number;
  /** Decisions whose outcome or findings would have been others. */
  readonly changed: readonly TriedDecision[];
  /** How many of each `then → now`. */
  readonly outcomes: { readonly [name: string]: number };
  /** What the evidence of the past cannot tell under this policy. */
  readonly unknown: readonly string[];
};

export type ProductNorm = {
  /** The product's id, as applications name it. */
  readonly product: string;
  /** Words of which one stands in the business of a usual buyer. Absent: any business. */
  readonly sectors?: readonly string[];
  /** The greatest usual quantity for each person employed, where the buyer says how many there are. */
  readonly mostPerEmployee?: number;
  /** The greatest usual quantity where the buyer does not say. */
  readonly most?: number;
  readonly reference: string;
};

export type ProposedStep = {
  readonly kind: 'proposed';
  readonly state: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
  readonly reason: string;
  /** The decision that was the last when it was proposed: after another one, or an alert, it must be proposed anew. */
  readonly decisionId: string;
  readonly alerts: number;
  /** Of `data/reason-codes.yml`. */
  readonly code?: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type QueuePage = {
  readonly items: readonly QueuedCase[];
  /** Cases that are asked for, on all pages. */
  readonly total: number;
  /** `after` of the next page; absent on the last. */
  readonly next?: string;
};

export type QueuedCase = {
  /** Absent once erased, as are the buyer and the product. */
  readonly policy?: string;
  readonly buyer?: string;
  readonly product?: string;
  readonly receivedOn?: string;
  /** Hits that nobody has cleared. */
  readonly openHits: number;
  readonly alerts: number;
  readonly assignee?: string;
  readonly dueOn?: string;
  /** The state that somebody proposed and a second person has not agreed to yet. */
  readonly waitsFor?: string;
  readonly noTipOff: boolean;
  /** The application's id: a case gathers all that happens to one application. */
  readonly id: string;
  readonly state: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
  /** The outcome the policy proposed last. */
  readonly proposed: 'approve' | 'review' | 'refuse';
  readonly openedAt: string;
  readonly updatedAt: string;
};

export type Reached = { readonly sequence: number; readonly at: string; readonly keyId: string };

export type ReadApplication = {
  readonly case?: StoredCase;
  readonly decisions: readonly StoredDecision[];
  readonly id: string;
  readonly revision: number;
  readonly receivedAt: string;
  readonly entry: number;
  /** Absent once erased. */
  readonly application?: {
    readonly delivery?: {
      readonly country?: string;
      readonly address?: string;
      readonly method?: 'download' | 'shipment' | 'provisioning';
      /** The party that receives it. */
      readonly recipient?: string;
    };
    readonly links?: readonly {
      /** Percent, 0 to 100; with `owns`. */
      readonly share?: number;
      readonly since?: string;
      readonly until?: string;
      /** Who says so, when it is not the applicant. */
      readonly statedBy?: string;
      readonly kind:
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
      readonly from: string;
      readonly to: string;
    }[];
    readonly answers?: readonly {
      /** Who gave it, when it is not the applicant on the form. */
      readonly by?: string;
      readonly on?: string;
      /** What it rests on: the SHA-256 of a document, a page, a talk. */
      readonly evidence?: string;
      /** Of `data/questionnaires`: `instructed-by`, `end-use`, `resale`. */
      readonly question: string;
      readonly answer: string;
    }[];
    /** Certificates and the like, each a file beside the application. */
    readonly documents?: readonly {
      /** Who read the fields in it; the applicant where it is left out. */
      readonly statedBy?: string;
      /** Of the file's bytes; filled in when the file is taken, and held against it when it is given. */
      readonly sha256?: string;
      readonly bytes?: number;
      /** Whom it is about; the buyer where it is left out. */
      readonly party?: string;
      /** 認証番号, 照会番号, the number of the certificate. */
      readonly certificateNo?: string;
      /** What stands in it, as far as somebody read it. Nothing here was read by the program. */
      readonly fields?: {
        /** The register's number: of Japan 会社法人等番号 (12 digits) or 法人番号 (13). */
        readonly number?: string;
        readonly name?: string;
        readonly address?: string;
        readonly representatives?: readonly string[];
        readonly purposes?: readonly string[];
        readonly capital?: { readonly amount: number; readonly currency: string };
        readonly establishedOn?: string;
      };
      readonly kind:
        | 'full-register-certificate'
        | 'current-register-certificate'
        | 'closed-register-certificate'
        | 'representative-certificate'
        | 'register-information'
        | 'seal-certificate'
        | 'beneficial-owner-list'
        | 'foreign-register-extract';
      /** Its place below the folder of the application's file, with `/` between folders. */
      readonly file: string;
      readonly issuer: string;
      readonly issuedOn: string;
    }[];
    readonly payment?: {
      readonly country?: string;
      /** As it stands on the transfer or the card. */
      readonly payerName?: string;
      readonly method?: 'other' | 'bank-transfer' | 'card' | 'invoice' | 'cash' | 'crypto';
      readonly prepaidInFull?: boolean;
    };
    readonly network?: {
      /** What the address is of, as a service that knows networks says. */
      readonly kind?: 'access' | 'company' | 'hosting' | 'vpn' | 'tor';
      readonly country?: string;
      readonly ipAddress?: string;
      readonly deviceId?: string;
      readonly userAgent?: string;
    };
    /** The seller's reference; one application keeps it through every correction. */
    readonly id: string;
    /** The policy to vet under: `jp-only-edition`. */
    readonly policy: string;
    readonly receivedOn: string;
    readonly product: {
      readonly name?: string;
      readonly quantity?: number;
      readonly value?: { readonly amount: number; readonly currency: string };
      readonly id: string;
    };
    readonly parties: readonly {
      readonly identifiers?: readonly {
        readonly country?: string;
        readonly type:
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
        readonly value: string;
      }[];
      /** Where the party says it lives or is registered. */
      readonly country?: string;
      readonly addresses?: readonly {
        readonly country?: string;
        readonly postalCode?: string;
        /** What the address is to the party. */
        readonly use?: 'seat' | 'office' | 'home' | 'delivery' | 'billing' | 'installation';
        readonly full: string;
      }[];
      readonly emails?: readonly string[];
      readonly phones?: readonly string[];
      readonly websites?: readonly string[];
      /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
      readonly birthDate?: string;
      readonly gender?: 'male' | 'female';
      readonly nationalities?: readonly string[];
      /** The business the company says it is in. */
      readonly sector?: string;
      readonly foundedOn?: string;
      /** The party's name within the application: `buyer`, `p1`. */
      readonly id: string;
      readonly roles: readonly (
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
      readonly schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'LegalEntity';
      readonly names: readonly {
        readonly kind?: 'primary' | 'alias' | 'former' | 'weak' | 'original-script' | 'reading';
        /** BCP 47. */
        readonly language?: string;
        readonly text: string;
      }[];
    }[];
  };
  /** The id of whoever handed it in; absent once erased. */
  readonly submittedBy?: string;
};

export type ReadingDifference = {
  readonly what: 'importer-version' | 'form';
  readonly from: string;
  readonly to: string;
};

export type ReadingSystem =
  | 'kana'
  | 'hangul'
  | 'cantonese'
  | 'as-written'
  | 'pinyin'
  | 'wade-giles'
  | 'taiwanese-spelling'
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

export type RecordProblem = {
  readonly code:
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
    | 'batch.other-run'
    | 'batch.thread'
    | 'case.disposition-not-allowed'
    | 'case.erasure-not-allowed'
    | 'case.not-found'
    | 'case.note-not-allowed'
    | 'case.outcome-not-allowed'
    | 'command.usage'
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
    | 'mapping.invalid'
    | 'merge.contradiction'
    | 'name.too-long'
    | 'person.invalid'
    | 'person.not-found'
    | 'policy.invalid'
    | 'policy.not-found'
    | 'record.broken'
    | 'record.key'
    | 'record.unreadable'
    | 'reference.invalid'
    | 'register.gap'
    | 'register.no-base'
    | 'request.csrf'
    | 'request.invalid'
    | 'request.not-found'
    | 'request.repeated'
    | 'request.too-many'
    | 'source.no-address'
    | 'source.unknown'
    | 'store.busy'
    | 'store.failed'
    | 'webhook.failed'
    | 'webhook.invalid'
    | 'webhook.not-found'
    | 'witness.contradiction'
    | 'witness.place'
    | 'witness.refused'
    | 'witness.unreachable';
  readonly facts: { readonly [name: string]: boolean | string | number };
};

export type RegisterFact = {
  readonly register: string;
  readonly editionId: string;
  readonly current: RegisterRow;
  readonly history: readonly RegisterRow[];
};

export type RegisterJoin = {
  readonly register: string;
  readonly editionId: string;
  /** Its number there. */
  readonly number: string;
  /** The number that joins them, and the register that states it. */
  readonly by:
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
  readonly statedBy: string;
  /** All numbers that it has or states of the company; absent in evidence gathered before they were kept. */
  readonly numbers?: readonly {
    readonly type:
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
    /** As given. */
    readonly value: string;
  }[];
  /** `claimed` is what the joined register says, `registered` what the one says that was asked. */
  readonly fields: readonly FieldComparison[];
};

export type RegisterLookUp = {
  readonly register: string;
  readonly editionId: string;
  readonly standsAt: string;
  readonly complete: boolean;
  /** What is equal first, then by score. */
  readonly companies: readonly FoundCompany[];
  readonly isCutOff: boolean;
  /** False for a register that is too large to be searched by spelling. */
  readonly isSearchedBySpelling: boolean;
};

export type RegisterName = {
  readonly text: string;
  /** `foreign`: in another language or script, by the company's own word. */
  readonly kind: 'former' | 'trading' | 'short' | 'foreign';
  /** BCP 47. */
  readonly language?: string;
  /** Of a former name: the last day it held. */
  readonly until?: string;
};

export type RegisterRelation = {
  /** Read from the company on. */
  readonly kind:
    | 'associate-of'
    | 'member-of'
    | 'employed-by'
    | 'director-of'
    | 'linked-to'
    | 'owned-by'
    | 'owner-of'
    | 'directed-by'
    | 'family-of'
    | 'operated-by'
    | 'acts-for'
    | 'successor-of';
  /** In the same register. */
  readonly toNumber?: string;
  readonly toName?: string;
  /** In the register's words: `IS_ULTIMATELY_CONSOLIDATED_BY`, `ownership-of-shares-25-to-50-percent`. */
  readonly detail: string;
  /** Percent, where the register says. */
  readonly share?: { readonly least: number; readonly most: number };
  readonly since?: string;
  readonly until?: string;
};

export type RegisterRow = {
  /** The register's own number for the company, normalised. */
  readonly number: string;
  /** Order within the file it came from; later rows win. */
  readonly sequence: number;
  /** The register's own code for what happened; `stated` where it gives none (NTA 処理区分: `01` new, `11` name, `12` address, `21` closed, `99` deleted, …). */
  readonly process: string;
  /** True for the row that stands now, false for one kept as history. */
  readonly latest: boolean;
  /** Both the day the file stands for where the register gives none. */
  readonly updatedOn: string;
  readonly changedOn: string;
  readonly name: string;
  /** True when the register says that the name shown is not the registered glyphs (NTA image id). */
  readonly nameIsSubstitute: boolean;
  readonly kana?: string;
  readonly englishName?: string;
  /** The register's own code or word for the kind of body, `not-stated` where it gives none (NTA 法人種別: 301 株式会社, 401 foreign company, …). */
  readonly kind: string;
  readonly prefecture?: string;
  readonly city?: string;
  readonly street?: string;
  readonly addressIsSubstitute: boolean;
  readonly postalCode?: string;
  /** Of a body whose seat is abroad. */
  readonly addressAbroad?: string;
  readonly englishAddress?: string;
  readonly closedOn?: string;
  readonly closeCause?: string;
  readonly successorNumber?: string;
  readonly changeDetail?: string;
  /** When the register gave the number. */
  readonly assignedOn?: string;
  /** The register asks not to be found by search (NTA 検索対象除外). */
  readonly excludedFromSearch: boolean;
  /** When the company was formed, as far as the register says. */
  readonly foundedOn?: string;
  readonly seat?: Address;
  /** Where else the register has it: its head office, the seat in another script. */
  readonly otherAddresses?: readonly Address[];
  readonly otherNames?: readonly RegisterName[];
  /** Absent: open until `closedOn`. A lapsed registration of a number says nothing of the company. */
  readonly standing?: 'OPEN' | 'CLOSING' | 'CLOSED';
  /** In the register's own words: `Active`, `LAPSED`, `In Administration`. */
  readonly standingAsStated?: string;
  /** Numbers that other registers and authorities gave it. */
  readonly identifiers?: readonly Identifier[];
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly websites?: readonly string[];
  readonly relations?: readonly RegisterRelation[];
};

export type Report = {
  readonly applications: {
    readonly received: number;
    readonly firstAnswerDays?: Spread;
    readonly outcomes: { readonly approve?: number; readonly review?: number; readonly refuse?: number };
    /** Decisions that rest on evidence without a gap. */
    readonly shareWithCompleteEvidence?: number;
    /** Of the cases that were opened, those accepted without a person. */
    readonly shareWithoutPerson?: number;
  };
  readonly cases: {
    readonly hoursToClear?: Spread;
    /** Of those settled before, the ones that were opened again. */
    readonly reopened: number;
    readonly shareReopened?: number;
    /** At the end of the period. */
    readonly backlog: { readonly open: number; readonly ageDays?: Spread };
  };
  readonly hits: {
    readonly verdicts: { readonly [name: string]: number };
    /** Of the hits that were found true or false, the false ones. */
    readonly falsePositiveRate?: number;
  };
  readonly alerts: {
    readonly raised: number;
    /** For a thousand applications that were kept at the end of the period. */
    readonly perThousandApplications?: number;
  };
  readonly secondPerson: {
    readonly hoursWaited?: Spread;
    readonly turnedDown: number;
    /** At the end of the period. */
    readonly waiting: number;
  };
  /** Days from the publication of an edition to its being put in use, by source. */
  readonly listLatencyDays: { readonly [name: string]: Spread };
  /** Entries of the period whose payload is erased: what they said is in no measure. */
  readonly erased: number;
  readonly from: string;
  readonly to: string;
};

export type Script =
  | 'other'
  | 'latin'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'georgian'
  | 'armenian'
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
  | 'digits';

export type SettledProposal = {
  readonly kind: 'settled';
  /** `superseded`: the case was decided otherwise. */
  readonly how: 'confirmed' | 'rejected' | 'superseded';
  readonly reason: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type Severity = 'B' | 'H' | 'M' | 'L' | 'I';

export type ShareRange = { readonly least: number; readonly most: number };

export type Signal = {
  /** Of `data/signals.yml`: `EX-2`, `CO-1`, … */
  readonly id: string;
  readonly family: string;
  readonly state: SignalState;
  readonly severity: Severity;
  readonly party?: string;
  /** What was seen, in the values compared. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Where it was seen: a source and its edition, or `application`. */
  readonly sources: readonly { readonly source: string; readonly editionId?: string }[];
};

export type SignalState = 'UNKNOWN' | 'RAISED' | 'CLEAR' | 'NOT_APPLICABLE';

export type SignedIn = {
  /** With a second factor, `hasTotp`. */
  readonly person: {
    readonly id: string;
    /** As it stands beside what they say; no two people have the same. */
    readonly name: string;
    readonly duties: readonly ('submitter' | 'analyst' | 'officer' | 'administrator' | 'auditor' | 'service')[];
    /** BCP 47; absent: the language of the browser. */
    readonly language?: string;
    readonly isDisabled: boolean;
    readonly createdAt: string;
    readonly hasTotp: boolean;
  };
  /** Goes with each change that is asked for with the session's cookie, as `x-csrf-token`. */
  readonly csrf: string;
};

export type SourceKind = 'list' | 'register' | 'gazetteer';

export type SourceState = {
  readonly source: string;
  readonly kind: SourceKind;
  readonly state: 'FRESH' | 'STALE' | 'MISSING';
  readonly editionId?: string;
  readonly publishedOn?: string;
  readonly confirmedCurrentOn?: string;
  readonly ageDays?: number;
  /** Absent when the policy sets no limit. */
  readonly maxAgeDays?: number;
  readonly required: boolean;
  readonly complete?: boolean;
};

export type Spread = { readonly count: number; readonly median: number; readonly p90: number; readonly most: number };

export type StoredCase = {
  /** The application's id: a case gathers all that happens to one application. */
  readonly id: string;
  readonly state: 'ACCEPT' | 'ACCEPT_WITH_CONDITIONS' | 'NEED_INFORMATION' | 'HOLD' | 'REFUSE' | 'WITHDRAWN';
  /** The outcome the policy proposed last. */
  readonly proposed: 'approve' | 'review' | 'refuse';
  readonly openedAt: string;
  readonly updatedAt: string;
};

export type StoredDecision = {
  /** `<application id>/<n>`, from 1. */
  readonly id: string;
  readonly applicationId: string;
  readonly revision: number;
  readonly outcome: 'approve' | 'review' | 'refuse';
  readonly decidedAt: string;
  readonly entry: number;
  /** Absent once erased. The text is the canonical JSON that was sealed. */
  readonly sealed?: { readonly text: string; readonly evidence: Evidence; readonly decision: Decision };
};

export type TipOffWarning = {
  readonly kind: 'no-tip-off';
  readonly isSet: boolean;
  readonly reason: string;
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
};

export type Tradition = 'letters' | 'chinese' | 'cantonese' | 'japanese' | 'korean' | 'family-name';

export type TriedDecision = {
  readonly decisionId: string;
  readonly then: 'approve' | 'review' | 'refuse';
  readonly now: 'approve' | 'review' | 'refuse';
  /** Rules that found something in only one of both. */
  readonly rulesThen: readonly string[];
  readonly rulesNow: readonly string[];
};

export type VerificationReport = {
  /** Witnessed: whole, and the last checkpoint there is stands outside as well. Unwitnessed: whole in itself, but of the last checkpoint only the record speaks. */
  readonly state: 'intact-witnessed' | 'intact-unwitnessed' | 'broken';
  /** As found. */
  readonly entries: number;
  /** Of these, without salt and payload. */
  readonly erased: number;
  /** True when an entry says it was written in a simulation. */
  readonly simulation: boolean;
  readonly vouchedUpTo?: Reached;
  readonly witnessedUpTo?: Reached;
  readonly keysTrusted: 'named' | 'from-outside' | 'as-found';
  /** The keys of all checkpoints that hold, in order of their first. */
  readonly keyIds: readonly string[];
  /** Where one key took another's place, in order. */
  readonly keyChanges: readonly KeyChange[];
  readonly firstBroken?: Break;
};

export type Vetting = {
  readonly decisionId: string;
  readonly revision: number;
  readonly case: StoredCase;
  readonly evidence: Evidence;
  readonly decision: Decision;
};

export type Webhook = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Words of `webhookEvents`. */
  readonly events: readonly string[];
  readonly isDisabled: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
};

/** RFC 9457; `title` is a sentence in English, `code` and `facts` are for programs. */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
};
