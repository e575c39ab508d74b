<?xml version="1.0" encoding="UTF-8"?>
<!-- Words for readers in place of the codes of the encoding. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The ways in which a place can read in the text, in the order in which they are offered. -->
  <xsl:variable name="f:readings" as="xs:string*" select="'as-written', 'modern', 'hangul', 'chinese-characters'"/>

  <xsl:variable name="f:labels" as="map(xs:string, xs:string)" select="map {
      'as-written': 'As written',
      'usual': 'Usual name',
      'pseudonym': 'Pseudonym',
      'modern': 'As today',
      'hangul': 'Hangul',
      'chinese-characters': 'Chinese characters',
      'revised-romanization': 'Revised Romanization',
      'mccune-reischauer': 'McCune–Reischauer',
      'pinyin': 'Hanyu Pinyin',
      'older-western': 'Older Western writing',
      'fond': 'Fond', 'opis': 'Opis', 'delo': 'Delo', 'leaves': 'Leaves',
      'force': 'armed force' }"/>

  <!-- The words for a code; a code without an entry reads as itself, hyphens as spaces. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="code" as="xs:string?"/>
    <xsl:sequence select="($code[. != ''] ! $f:labels(.), translate($code, '-', ' '))[1]"/>
  </xsl:function>

  <!-- The two hands in which a place can have its name in Chinese characters. -->
  <xsl:variable name="f:hands" as="map(xs:string, xs:string)"
    select="map { 'Hans': 'simplified', 'Hant': 'traditional' }"/>

  <!-- What a name in a register is, "Hangul"; with its hand where the entry has the name in two:
       "Chinese characters, simplified". -->
  <xsl:function name="f:name-label" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="hand" as="xs:string?"
      select="$f:hands(string(tokenize($name/@xml:lang, '-')[last()]))"/>
    <xsl:sequence select="string-join((
        f:label($name/@type), $hand[count($name/../*[@type = $name/@type]) gt 1]), ', ')"/>
  </xsl:function>

  <!-- The language tag in force for an element. -->
  <xsl:function name="f:language" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/ancestor-or-self::*[@xml:lang][1]/@xml:lang ! string()"/>
  </xsl:function>

  <!-- How sure the encoding is, and whose judgement it is; nothing where it does not doubt. -->
  <xsl:function name="f:certainty" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@cert ! string-join(
        ('Certainty: ' || . || '.', $element/@resp ! ('The judgement is the ' || f:role(.) || '’s.')), ' ')"/>
  </xsl:function>

  <!-- The part that somebody has in the edition, as the identifier of the statement of responsibility has it:
       "encoder", "archive". -->
  <xsl:function name="f:role" as="xs:string">
    <xsl:param name="resp" as="attribute()"/>
    <xsl:sequence select="string-join(f:identifiers($resp) ! translate(., '-', ' '), ' and ')"/>
  </xsl:function>

  <!-- Who has it, by name. -->
  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="resp" as="attribute()"/>
    <xsl:sequence select="f:list-in-words(
        f:responsibility($resp)/(persName | orgName | name) ! f:name-as-listed(.))"/>
  </xsl:function>

  <!-- The identifier of an element on the page: its own. -->
  <xsl:template name="identifier">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@xml:id">
      <xsl:attribute name="id">{@xml:id}</xsl:attribute>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
