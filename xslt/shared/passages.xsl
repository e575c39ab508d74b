<?xml version="1.0" encoding="UTF-8"?>
<!-- Passages: the parts of a document that can be cited, what they are called and where they stand. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The passage in which a node of the text stands: the nearest element that has an identifier and a label. -->
  <xsl:function name="f:passage" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor-or-self::*[@xml:id][exists(f:passage-kind(.))][1]"/>
  </xsl:function>

  <!-- What kind of passage an element is; nothing where it is none. -->
  <xsl:function name="f:passage-kind" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::div) then ($element/@type[. = ('point', 'request')], 'document')[1]
        else if ($element/self::p) then 'paragraph'[not($element/ancestor::floatingText)]
        else $f:passage-kinds(local-name($element))"/>
  </xsl:function>

  <xsl:variable name="f:passage-kinds" as="map(xs:string, xs:string)" select="map {
      'opener': 'routing', 'salute': 'salutation', 'closer': 'closing', 'floatingText': 'document' }"/>

  <!-- What a passage is called for a reader, in running text: "point 3". -->
  <xsl:function name="f:passage-label" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="kind" as="xs:string?" select="f:passage-kind($passage)"/>
    <xsl:choose>
      <xsl:when test="$kind = 'point'">point {$passage/@n}</xsl:when>
      <xsl:when test="$kind = 'request'">closing request</xsl:when>
      <xsl:when test="$kind = ('routing', 'salutation')">{$kind}</xsl:when>
      <xsl:when test="$kind = 'closing'">{
        if ($passage/ancestor::floatingText) then 'signature of the forwarded telegram' else 'closing line'}</xsl:when>
      <xsl:when test="$kind = 'paragraph'">opening paragraph {
        1 + count($passage/preceding-sibling::p)}</xsl:when>
      <xsl:when test="$passage/self::floatingText">forwarded telegram</xsl:when>
      <xsl:otherwise>letterhead</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
