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
    <xsl:choose>
      <xsl:when test="$element/self::div[@type = 'point']">point</xsl:when>
      <xsl:when test="$element/self::div[@type = 'request']">request</xsl:when>
      <xsl:when test="$element/self::div">document</xsl:when>
      <xsl:when test="$element/self::opener">routing</xsl:when>
      <xsl:when test="$element/self::salute">salutation</xsl:when>
      <xsl:when test="$element/self::closer">closing</xsl:when>
      <xsl:when test="$element/self::floatingText">document</xsl:when>
      <xsl:when test="$element/self::p[not(ancestor::floatingText)]">paragraph</xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- What a passage is called for a reader, in running text: "point 3". -->
  <xsl:function name="f:passage-label" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:variable name="inner" as="xs:boolean" select="exists($passage/ancestor::floatingText)"/>
    <xsl:choose>
      <xsl:when test="f:passage-kind($passage) = 'point'">point {$passage/@n}</xsl:when>
      <xsl:when test="f:passage-kind($passage) = 'request'">closing request</xsl:when>
      <xsl:when test="f:passage-kind($passage) = 'routing'">routing</xsl:when>
      <xsl:when test="f:passage-kind($passage) = 'salutation'">salutation</xsl:when>
      <xsl:when test="f:passage-kind($passage) = 'closing'">{
        if ($inner) then 'signature of the forwarded telegram' else 'closing line'}</xsl:when>
      <xsl:when test="f:passage-kind($passage) = 'paragraph'">opening paragraph {
        1 + count($passage/preceding-sibling::p)}</xsl:when>
      <xsl:when test="$passage/self::floatingText">forwarded telegram</xsl:when>
      <xsl:otherwise>letterhead</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
