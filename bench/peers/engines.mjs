/** The tools that the wording checker is measured beside, each as a function from a text to the number of its messages. */

const alex = async () => {
  const { text } = await import('alex')
  return async (given) => text(given).messages.length
}

const retextEquality = async () => {
  const [{ unified }, { default: english }, { default: equality }, { VFile }] = await Promise.all([
    import('unified'),
    import('retext-english'),
    import('retext-equality'),
    import('vfile'),
  ])
  const processor = unified().use(english).use(equality).freeze()
  return async (given) => {
    const file = new VFile(given)
    await processor.run(processor.parse(file), file)
    return file.messages.length
  }
}

/** textlint's kernel with a rule that only looks for our own patterns: what its frame costs, with none of our guards. */
const textlint = async (patterns) => {
  const [{ TextlintKernel }, plugin] = await Promise.all([
    import('@textlint/kernel'),
    import('@textlint/textlint-plugin-text'),
  ])
  const expressions = patterns.map((source) => new RegExp(source, 'gi'))
  const rule = ({ Syntax, RuleError, report, getSource }) => ({
    [Syntax.Paragraph](node) {
      const words = getSource(node)
      for (const expression of expressions)
        for (const { index } of words.matchAll(expression)) report(node, new RuleError('found', { index }))
    },
  })
  const kernel = new TextlintKernel()
  const given = plugin.default?.default ?? plugin.default
  return async (text) => {
    const { messages } = await kernel.lintText(text, {
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin: given }],
      rules: [{ ruleId: 'patterns', rule }],
    })
    return messages.length
  }
}

export const peers = { alex, 'retext-equality': retextEquality, 'textlint kernel, our patterns': textlint }
