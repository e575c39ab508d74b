<?xml version="1.0" encoding="UTF-8"?>
<!-- The text in print: blocks and words, each note at the foot of the page, a mark for the index at each name. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- text: blocks. -->
  <xsl:mode name="text" on-no-match="shallow-skip" use-accumulators="mark"/>
  <!-- text-words: what stands inside a block. -->
  <xsl:mode name="text-words" on-no-match="shallow-skip" use-accumulators="mark"/>

  <!-- What kind of block an element is set as. -->
  <xsl:function name="f:block-kind" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/self::head">{if ($element/@type = 'letterhead') then 'letterhead' else 'number'}</xsl:when>
      <xsl:when test="$element/self::seg[@type = 'addressee']">address</xsl:when>
      <xsl:when test="$element/self::salute">salutation</xsl:when>
      <xsl:when test="$element/ancestor-or-self::closer">closing</xsl:when>
      <xsl:when test="$element/ancestor-or-self::opener">routing</xsl:when>
      <xsl:when test="$element/parent::div[@type = 'point']">point</xsl:when>
      <xsl:otherwise>paragraph</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:block" as="element()">
    <xsl:param name="element" as="element()"/>
    <block kind="{f:block-kind($element)}">
      <xsl:apply-templates select="$element/node()" mode="text-words"/>
      <xsl:sequence select="f:mark($element), f:note($element)"/>
    </block>
  </xsl:function>

  <!-- A mark for the index, at what names an entry. -->
  <xsl:function name="f:mark" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@ref">
      <mark id="{f:mark-id($element)}"/>
    </xsl:if>
  </xsl:function>

  <!-- Marks are counted through the text. -->
  <xsl:accumulator name="mark" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//*[@ref]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:mark-id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element ! ('mark-' || accumulator-before('mark'))"/>
  </xsl:function>

  <!-- A message in the message stands apart, under a rubric of the edition's. -->
  <xsl:template match="floatingText" mode="text" as="element()">
    <message>
      <rubric>{if (f:correspondence(.)) then f:heading-of-message(.) else 'Forwarded'}</rubric>
      <xsl:apply-templates select="*" mode="text"/>
    </message>
  </xsl:template>

  <xsl:template match="p | head | salute | signed | dateline | seg | address" mode="text" as="element()">
    <xsl:sequence select="f:block(.)"/>
  </xsl:template>

  <!-- Whatever holds words of its own is a block; what holds only elements is as many blocks as they are. -->
  <xsl:template match="*" mode="text" as="element()*" priority="-1">
    <xsl:call-template name="say-unhandled"/>
    <xsl:choose>
      <xsl:when test="text()[normalize-space()]">
        <xsl:sequence select="f:block(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*" mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="text-words" as="node()*" priority="-1">
    <xsl:call-template name="say-unhandled"/>
    <xsl:sequence select="f:mark(.)"/>
    <xsl:apply-templates mode="text-words"/>
    <xsl:sequence select="f:note(.)"/>
  </xsl:template>

  <xsl:template match="div[@type = 'point']/p/label" mode="text-words" as="element()">
    <label>{f:line(.)}</label>
  </xsl:template>

  <xsl:template match="lb | addrLine[preceding-sibling::addrLine]" mode="text-words" as="node()*">
    <lb/>
    <xsl:apply-templates mode="text-words"/>
  </xsl:template>

  <xsl:template match="text()" mode="text-words" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

</xsl:stylesheet>
