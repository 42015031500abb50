// The type `Answers` of the server in, JSON Schemas out: one of each route's answer, and one of each named type they speak of.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export type Shape = Readonly<Record<string, unknown>>;

export interface AnswerShapes {
  /** By method and address. */
  readonly answers: Readonly<Record<string, Shape>>;
  /** By name: `components.schemas` of the description. */
  readonly schemas: Readonly<Record<string, Shape>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const answersFile = path.join(root, 'packages/server/src/http/answers.ts');

/** @throws Error for a type that no JSON has, naming where it stands. */
export function answerShapes(): AnswerShapes {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys));
  const { options } = ts.parseJsonConfigFileContent(
    { ...config.config, include: [], files: [answersFile] },
    ts.sys,
    root,
  );
  const program = ts.createProgram([answersFile], options);
  const file = program.getSourceFile(answersFile);
  const declared = file?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'Answers',
  );
  if (!declared) throw new Error('answers.ts declares no Answers');
  const maker = new ShapeMaker(program.getTypeChecker(), declared, aliasesOf(program));
  const answers = maker.propertiesOf(program.getTypeChecker().getTypeAtLocation(declared));
  return { answers, schemas: sorted(maker.schemas) };
}

class ShapeMaker {
  readonly schemas: Record<string, Shape> = {};
  readonly #checker: ts.TypeChecker;
  readonly #place: ts.Node;
  readonly #aliases: ReadonlyMap<ts.Type, string>;
  readonly #typeByName = new Map<string, ts.Type>();

  constructor(checker: ts.TypeChecker, place: ts.Node, aliases: ReadonlyMap<ts.Type, string>) {
    this.#checker = checker;
    this.#place = place;
    this.#aliases = aliases;
  }

  propertiesOf(type: ts.Type): Record<string, Shape> {
    return Object.fromEntries(
      type.getProperties().map((property) => {
        const shape = this.#shapeOf(this.#checker.getTypeOfSymbol(property), property.name);
        return [property.name, shape];
      }),
    );
  }

  /** @param where for what goes wrong. */
  #shapeOf(type: ts.Type, where: string): Shape {
    const name = this.#nameOf(type) ?? this.#aliases.get(type);
    if (name === undefined) return this.#bareShapeOf(type, where);
    const known = this.#typeByName.get(name);
    if (known !== undefined && known !== type) return this.#bareShapeOf(type, where); // two types of one name: the second is written out
    if (!known) {
      this.#typeByName.set(name, type);
      this.schemas[name] = {}; // a type may speak of itself
      this.schemas[name] = this.#bareShapeOf(type, where);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Of interfaces and aliases of ours without parameters. */
  #nameOf(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? (type.flags & ts.TypeFlags.Object ? type.getSymbol() : undefined);
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || /node_modules/.test(declaration.getSourceFile().fileName)) return undefined;
    if (0 < (type.aliasTypeArguments?.length ?? 0) || /^__/.test(symbol.name)) return undefined;
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration)) return undefined;
    if (0 < (declaration.typeParameters?.length ?? 0)) return undefined;
    return type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union | ts.TypeFlags.Intersection)
      ? symbol.name
      : undefined;
  }

  #bareShapeOf(type: ts.Type, where: string): Shape {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.#checker.typeToString(type) === 'true' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.isUnion()) return this.#unionOf(type, where);
    if (this.#checker.isTupleType(type)) {
      const items = this.#checker.getTypeArguments(type as ts.TypeReference).map((item) => this.#shapeOf(item, where));
      return { type: 'array', prefixItems: items };
    }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item ? this.#shapeOf(item, where) : {} };
    }
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.NonPrimitive))
      return this.#objectOf(type, where);
    throw new Error(`${where}: ${this.#checker.typeToString(type)} is nothing that JSON has`);
  }

  /** With the name that it has without: an optional field's type has lost it. */
  #withoutUndefined(type: ts.Type): ts.Type {
    if (type.flags & ts.TypeFlags.Unknown) return type;
    const canBeNull = type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Null);
    return canBeNull ? type : this.#checker.getNonNullableType(type);
  }

  #unionOf(type: ts.UnionType, where: string): Shape {
    const members = type.types.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
    const literals = members.flatMap((member) =>
      member.isStringLiteral() || member.isNumberLiteral() ? [member.value] : [],
    );
    const booleans = members.filter((member) => member.flags & ts.TypeFlags.BooleanLiteral);
    const others = members.filter(
      (member) =>
        !member.isStringLiteral() && !member.isNumberLiteral() && !(member.flags & ts.TypeFlags.BooleanLiteral),
    );
    const shapes: Shape[] = [
      ...(literals.length === 0 ? [] : [{ enum: literals }]),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((one) => this.#bareShapeOf(one, where))),
      ...others.map((member) => this.#shapeOf(member, where)),
    ];
    const [only] = shapes;
    return only && shapes.length === 1 ? only : { anyOf: shapes };
  }

  #objectOf(type: ts.Type, where: string): Shape {
    const properties = type.getProperties();
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (properties.some(({ name }) => name === 'forEach'))
      throw new Error(`${where}: JSON has no ${this.#checker.typeToString(type)}`);
    const shapes = properties.map((property) => {
      const valueType = this.#checker.getTypeOfSymbolAtLocation(property, this.#place);
      // what is undefined is not in the JSON
      const isUndefined =
        (valueType.flags & ts.TypeFlags.Unknown) !== 0 ||
        (valueType.isUnion() && valueType.types.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0));
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0 || isUndefined;
      const shape = this.#shapeOf(this.#withoutUndefined(valueType), `${where}.${property.name}`);
      const said = ts.displayPartsToString(property.getDocumentationComment(this.#checker));
      return { name: property.name, isOptional, shape: said === '' ? shape : { ...shape, description: said } };
    });
    const required = shapes.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
    return {
      type: 'object',
      ...(0 < shapes.length && { properties: Object.fromEntries(shapes.map(({ name, shape }) => [name, shape])) }),
      ...(0 < required.length && { required }),
      ...(index && { additionalProperties: this.#shapeOf(index.type, where) }),
    };
  }
}

/** Names that types do not know of themselves: `type Application = Static<…>`, `type Outcome = (typeof outcomes)[number]`. */
function aliasesOf(program: ts.Program): ReadonlyMap<ts.Type, string> {
  const checker = program.getTypeChecker();
  const declared = program
    .getSourceFiles()
    .filter(({ fileName }) => !/node_modules/.test(fileName))
    .flatMap(({ statements }) => statements.filter((statement) => ts.isTypeAliasDeclaration(statement)))
    .filter(({ typeParameters = [] }) => typeParameters.length === 0)
    .flatMap(({ name }) => {
      const type = checker.getTypeAtLocation(name);
      const isNameless = type.isUnion() || /^__/.test(type.getSymbol()?.name ?? '');
      return isNameless && !type.aliasSymbol ? [[type, name.text] as const] : [];
    });
  return new Map(declared);
}

function sorted(schemas: Record<string, Shape>): Record<string, Shape> {
  return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
