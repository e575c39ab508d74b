/** The prefix of XSLT in the stylesheets made of schemas: one that no schema has. */
export const x = 'imprimatur-xsl';

/** The prefix of what such a stylesheet has besides. */
export const own = 'imprimatur';

const namespace = 'urn:imprimatur:schematron';

/** The error of what is broken, and has been told to be. */
export const told = {
  namespace,
  error: `${own}:told()`,
};

/** A name of such a stylesheet as an EQName. */
export function ownName(local: string): string {
  return `Q{${namespace}}${local}`;
}

/**
 * What every such stylesheet holds: indexes of names, and how a node is told of. A node is told of by the steps that lead
 * to it: `e2` the third element among its siblings, `t0` the first text, `@Q{}n` an attribute; before them, where it is
 * not in the document that is checked, the address of its own. What is in no document is told of as `-`.
 */
export const answerFunctions: readonly string[] = [
  `<${x}:param name="${own}:aloud" select="false()"/>`,
  `<${x}:param name="${own}:off" select="()"/>`,
  `<${x}:variable name="${own}:main" select="/"/>`,
  `<${x}:key name="${own}:element" match="*" use="local-name()"/>`,
  `<${x}:key name="${own}:attribute" match="*[@*]" use="@*/local-name()"/>`,
  `<${x}:function name="${own}:told" as="item()*">
  <${x}:sequence select="error(QName('${namespace}', 'told'))"/>
</${x}:function>`,
  `<${x}:function name="${own}:failed" as="item()*">
  <${x}:param name="piece"/>
  <${x}:param name="code"/>
  <${x}:param name="description"/>
  <${x}:if test="not(namespace-uri-from-QName($code) = '${namespace}')">
    <${x}:message select="string-join(('failed', string($piece), local-name-from-QName($code), $description), '&#9;')"/>
  </${x}:if>
</${x}:function>`,
  `<${x}:function name="${own}:at" as="item()*">
  <${x}:param name="piece"/>
  <${x}:if test="$${own}:aloud"><${x}:message select="'at', $piece"/></${x}:if>
  <${x}:if test="$${own}:off = $piece"><${x}:sequence select="${told.error}"/></${x}:if>
</${x}:function>`,
  `<${x}:function name="${own}:path" as="item()">
  <${x}:param name="node" as="node()"/>
  <${x}:variable name="root" select="root($node)"/>
  <${x}:variable name="steps" select="$node/ancestor-or-self::node()[not(. instance of document-node())] ! ${own}:step(.)"/>
  <${x}:sequence select="
    if (not($root instance of document-node())) then '-'
    else string-join((if ($root is $${own}:main) then '' else string(document-uri($root)), $steps), '&#9;')"/>
</${x}:function>`,
  `<${x}:function name="${own}:step" as="item()">
  <${x}:param name="node" as="node()"/>
  <${x}:sequence select="
    if ($node instance of element()) then 'e' || count($node/preceding-sibling::*)
    else if ($node instance of attribute()) then '@Q{' || namespace-uri($node) || '}' || local-name($node)
    else if ($node instance of text()) then 't' || count($node/preceding-sibling::text())
    else if ($node instance of comment()) then 'c' || count($node/preceding-sibling::comment())
    else 'p' || count($node/preceding-sibling::processing-instruction())"/>
</${x}:function>`,
];
