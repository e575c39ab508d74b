<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text: blocks one below the other, a forwarded message set in. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- reading-text: blocks of the text. -->
  <xsl:mode name="reading-text" on-no-match="shallow-skip"/>
  <!-- words: what stands inside a block. -->
  <xsl:mode name="words" on-no-match="shallow-skip"/>

  <!-- How far each message in a message is set in, in columns. -->
  <xsl:variable name="f:step" as="xs:integer" select="4"/>

  <xsl:function name="f:indent" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$f:step * count($element/ancestor-or-self::floatingText)"/>
  </xsl:function>

  <!-- The page of the archive begins with the date and the title of its record. -->
  <xsl:template match="fileDesc" mode="reading-text" as="element()*">
    <xsl:variable name="record" as="element()?" select="sourceDesc/listWit/witness[1]/bibl"/>
    <xsl:for-each select="$record/(date[@type = 'document'], title[1])">
      <line indent="0"><xsl:apply-templates mode="words"/></line>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p | head | salute | signed | dateline | seg | address" mode="reading-text" as="element()">
    <p indent="{f:indent(.)}"><xsl:apply-templates mode="words"/></p>
  </xsl:template>

  <!-- Whatever holds words of its own is a block; what holds only elements is as many blocks as they are. So are
       opener and closer, which can be either. -->
  <xsl:template match="*" mode="reading-text" as="element()*" priority="-1">
    <xsl:call-template name="say-unhandled"/>
    <xsl:choose>
      <xsl:when test="text()[normalize-space()]">
        <p indent="{f:indent(.)}"><xsl:apply-templates mode="words"/></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*" mode="reading-text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="words" as="node()*" priority="-1">
    <xsl:call-template name="say-unhandled"/>
    <xsl:apply-templates mode="words"/>
  </xsl:template>

  <xsl:template match="text()" mode="words" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="lb | addrLine[preceding-sibling::addrLine]" mode="words" as="node()*">
    <lb/>
    <xsl:apply-templates mode="words"/>
  </xsl:template>

</xsl:stylesheet>
