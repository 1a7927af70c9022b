import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { isSource, listFiles } from './tree.ts'

/** What one file takes from another file or package; `names` is 'all' when no list of names is written. */
export interface Import {
  from: string
  names: readonly string[] | 'all'
}

export interface Export {
  name: string
  isType: boolean
  usedHere: boolean
}

export interface Module {
  path: string
  imports: Import[]
  packages: string[]
  exports: Export[]
}

const matchesGlob = (file: string, glob: string): boolean =>
  new RegExp(
    `^${glob
      .replaceAll('.', '\\.')
      .replaceAll('**/', '(?:.+/)?')
      .replaceAll(/\*(?!\))/g, '[^/]*')}$`,
  ).test(file)

const isGlob = (node: ts.CallExpression): boolean => node.expression.getText() === 'import.meta.glob'

const isUrl = (node: ts.Node): node is ts.NewExpression =>
  ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'URL'

const called = (node: ts.Node): ts.Expression | undefined => {
  if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || isGlob(node)))
    return node.arguments[0]
  if (isUrl(node) && node.arguments?.[1]?.getText().includes('import.meta.url')) return node.arguments[0]
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
    ? (node.argument.literal as ts.Expression)
    : undefined
}

const bindingNames = (clause: ts.ImportClause | undefined): readonly string[] | 'all' => {
  const bindings = clause?.namedBindings
  if (bindings && ts.isNamespaceImport(bindings)) return 'all'
  const named = bindings?.elements.map((element) => (element.propertyName ?? element.name).text) ?? []
  return clause?.name ? ['default', ...named] : named
}

const exportNames = (clause: ts.NamedExportBindings | undefined): readonly string[] | 'all' =>
  clause && ts.isNamedExports(clause)
    ? clause.elements.map((element) => (element.propertyName ?? element.name).text)
    : 'all'

const takenBy = (node: ts.Node): Import | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { from: node.moduleSpecifier.text, names: bindingNames(node.importClause) }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { from: node.moduleSpecifier.text, names: exportNames(node.exportClause) }
  const target = called(node)
  return target && ts.isStringLiteralLike(target) ? { from: target.text, names: 'all' } : undefined
}

const importsOf = (node: ts.Node): Import[] => {
  const found: Import[] = []
  const visit = (child: ts.Node): void => {
    const taken = takenBy(child)
    if (taken) found.push(taken)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false)

const boundNames = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))

const declared = (node: ts.Statement): string[] => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap((declaration) => boundNames(declaration.name))
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) return ['default']
  const name = (node as ts.DeclarationStatement).name
  return name && ts.isIdentifier(name) ? [name.text] : []
}

const uses = (source: ts.SourceFile): Map<string, number> => {
  const counts = new Map<string, number>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) counts.set(node.text, (counts.get(node.text) ?? 0) + 1)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return counts
}

const isTypeOnly = (node: ts.Statement): boolean =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)

const exportsOf = (source: ts.SourceFile): Export[] => {
  const counts = uses(source)
  return source.statements.flatMap((node): Export[] => {
    if (ts.isExportAssignment(node)) return [{ name: 'default', isType: false, usedHere: false }]
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause))
      return node.exportClause.elements.map(({ name }) => ({
        name: name.text,
        isType: node.isTypeOnly,
        usedHere: false,
      }))
    if (!isExported(node)) return []
    return declared(node).map((name) => ({
      name,
      isType: isTypeOnly(node),
      usedHere: (counts.get(name) ?? 0) > 1,
    }))
  })
}

const locate = (files: readonly string[], from: string, specifier: string): string[] => {
  const path = normalize(join(dirname(from), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
  if (path.includes('*')) return files.filter((file) => matchesGlob(file, path))
  return [path, `${path}.ts`, `${path}.tsx`].filter((candidate) => files.includes(candidate)).slice(0, 1)
}

const packageName = (specifier: string): string => {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

const readModule = (root: string, path: string, files: readonly string[]): Module => {
  const text = readFileSync(join(root, path), 'utf8')
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const module: Module = { path, imports: [], packages: [], exports: exportsOf(source) }
  for (const { from, names } of importsOf(source)) {
    if (!from.startsWith('.')) module.packages.push(packageName(from))
    else for (const target of locate(files, path, from)) module.imports.push({ from: target, names })
  }
  return module
}

/** Every source file of the tree, and vite.config.ts, as modules: what each imports and exports, by the TypeScript parser. */
export function readModules(root: string): Module[] {
  const files = listFiles(root)
  return files
    .filter((path) => isSource(path) || path === 'vite.config.ts')
    .map((path) => readModule(root, path, files))
}
